//! `build X`, `buy X`, `outsource X`, `inertia X`: what older maps say of a component apart from it.

use super::context::Context;
use super::define::Aside;
use super::references::References;
use crate::map::{Map, Method, Properties};
use crate::problem::{Problem, Role};
use crate::syntax::ast::{Decorator, PropertyStatement};

impl Context<'_> {
    /// Applies the properties said apart. Those of a component must hold before it moves, so that its moved state has them.
    pub(super) fn properties_apart<'a>(
        &mut self,
        aside: &Aside<'a>,
        references: &mut References<'a>,
        map: &mut Map,
    ) -> Vec<&'a PropertyStatement> {
        let mut later = Vec::new();
        for &statement in &aside.properties {
            let Some(end) = references.find(&statement.name, self) else {
                later.push(statement);
                continue;
            };
            self.report_legacy_property(statement);
            apply(statement.property, &mut map.components[end.component.0 as usize].properties);
        }
        later
    }

    /// Applies those that speak of a moved state by its new name.
    pub(super) fn moved_properties_apart<'a>(
        &mut self,
        statements: &[&'a PropertyStatement],
        references: &mut References<'a>,
        map: &mut Map,
    ) {
        for &statement in statements {
            let role = Role::Property(statement.property.word());
            if let Some(moved) = references.expect(&statement.name, role, self).and_then(|end| end.moved) {
                self.report_legacy_property(statement);
                apply(statement.property, &mut map.movements[moved.0 as usize].properties);
            }
        }
    }

    fn report_legacy_property(&mut self, statement: &PropertyStatement) {
        let word = statement.property.word();
        let form = match statement.property {
            Decorator::Build => "`build` on a line of its own",
            Decorator::Buy => "`buy` on a line of its own",
            Decorator::Outsource => "`outsource` on a line of its own",
            _ => "`inertia` on a line of its own",
        };
        let instead = format!("component {} ({word})", self.written(*statement.name.span));
        self.report(Problem::LegacyForm { span: *statement.span, form, instead, in_place: false });
    }
}

fn apply(property: Decorator, properties: &mut Properties) {
    match property {
        Decorator::Build => properties.method = Some(Method::Build),
        Decorator::Buy => properties.method = Some(Method::Buy),
        Decorator::Outsource => properties.method = Some(Method::Outsource),
        Decorator::Inertia => properties.inertia = true,
        Decorator::Market => properties.market = true,
        Decorator::Ecosystem => properties.ecosystem = true,
    }
}
