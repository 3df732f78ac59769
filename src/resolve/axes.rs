//! The two axes as the map wants them.

use super::context::Context;
use crate::map::{EvolutionAxis, Map, Stage};
use crate::problem::Problem;
use crate::source::Span;
use crate::syntax::ast::{AxisStatement, StageName, Statement};
use crate::vocabulary::Keyword;

impl Context<'_> {
    /// Reads `evolution`, `valuechain`, `y-axis` and `x-axis`. Of several that name something the last counts.
    pub(super) fn axes(&mut self, statements: &[&Statement], map: &mut Map) {
        map.evolution = EvolutionAxis::of(map.dialect);
        let (mut stages, mut levels) = (None, None);
        for statement in statements {
            match statement {
                Statement::Evolution(axis) => self.evolution_axis(axis, Keyword::Evolution.word(), &mut stages, map),
                Statement::XAxis(axis) => {
                    self.report_legacy_axis(axis);
                    self.evolution_axis(axis, Keyword::XAxis.word(), &mut stages, map);
                }
                Statement::ValueChain(axis) => self.value_chain_axis(axis, &mut levels, map),
                Statement::YAxis(axis) => self.y_axis(axis, map),
                _ => {}
            }
        }
    }

    fn evolution_axis(
        &mut self,
        axis: &AxisStatement,
        keyword: &'static str,
        before: &mut Option<Span>,
        map: &mut Map,
    ) {
        map.evolution.shown &= !axis.hide && !is_none(axis);
        if axis.names.is_empty() || is_none(axis) || self.report_behind_hide(axis) || !self.makes_an_axis(axis) {
            return;
        }
        self.report_second(*axis.span, keyword, before);
        let ends = self.boundaries(&axis.names, map);
        map.evolution.stages =
            axis.names.iter().zip(ends).map(|(stage, end)| Stage { name: self.text(&stage.name), end }).collect();
    }

    /// Reports a single word behind `--hide`, which names no axis.
    fn report_behind_hide(&mut self, axis: &AxisStatement) -> bool {
        let [only] = axis.names.as_slice() else { return false };
        if axis.hide {
            self.report(Problem::StrayText { span: *only.name.span, text: only.name.text.clone() });
        }
        axis.hide
    }

    fn makes_an_axis(&mut self, axis: &AxisStatement) -> bool {
        let enough = axis.names.len() >= 2;
        if !enough {
            self.report(Problem::StageCount { span: *axis.span, count: axis.names.len() });
        }
        enough
    }

    /// Where the stages end. Where none says so: as the dialect has it, or equally wide where their number is not the usual
    /// one. Where some do, those between them are equally wide.
    fn boundaries(&mut self, names: &[StageName], map: &Map) -> Vec<f64> {
        let count = names.len();
        let usual = EvolutionAxis::of(map.dialect).stages;
        let stated = &names[..count - 1];
        if stated.iter().all(|stage| stage.end.is_none()) {
            let usual = usual.iter().map(|stage| stage.end);
            return if usual.len() == count { usual.collect() } else { spread(0.0, 1.0, count).collect() };
        }
        let mut ends = Vec::with_capacity(count);
        let mut start = 0.0;
        for (index, stage) in stated.iter().enumerate() {
            let Some(part) = &stage.end else { continue };
            let end = self.number(part, "the boundary").unwrap_or(start);
            let end = self.percent(end);
            if (start..=1.0).contains(&end) {
                ends.extend(spread(start, end, index + 1 - ends.len()));
                start = end;
            } else {
                let text = self.written(*part.span).to_owned();
                self.report(Problem::StageBoundary { span: *part.span, text });
            }
        }
        ends.extend(spread(start, 1.0, count - ends.len()));
        ends
    }

    fn value_chain_axis(&mut self, axis: &AxisStatement, before: &mut Option<Span>, map: &mut Map) {
        map.value_chain.shown &= !axis.hide && !is_none(axis);
        if axis.names.is_empty() || is_none(axis) || self.report_behind_hide(axis) || !self.makes_an_axis(axis) {
            return;
        }
        self.report_second(*axis.span, Keyword::ValueChain.word(), before);
        map.value_chain.levels = axis.names.iter().map(|level| self.text(&level.name)).collect();
        map.value_chain.bands = true;
    }

    /// `y-axis Caption -> Low -> High`. An empty name hides what it names, `none` alone all of it.
    fn y_axis(&mut self, axis: &AxisStatement, map: &mut Map) {
        map.value_chain.shown &= !axis.hide && !is_none(axis);
        if is_none(axis) {
            return;
        }
        let mut names = axis.names.iter().map(|name| self.text(&name.name)).collect::<Vec<_>>().into_iter();
        let chain = &mut map.value_chain;
        for place in [&mut chain.caption, &mut chain.bottom, &mut chain.top] {
            if let Some(name) = names.next() {
                *place = name;
            }
        }
    }

    fn report_legacy_axis(&mut self, axis: &AxisStatement) {
        let names: Vec<&str> = axis.names.iter().map(|name| name.name.text.as_str()).collect();
        let instead = format!("evolution {}", names.join(" -> "));
        self.report(Problem::LegacyForm { span: *axis.span, form: "`x-axis`", instead, in_place: true });
    }
}

/// Whether nothing but `none` or its like stands there: no axis.
fn is_none(axis: &AxisStatement) -> bool {
    let [only] = axis.names.as_slice() else { return false };
    ["none", "off", "hidden", "hide"].iter().any(|word| only.name.text.eq_ignore_ascii_case(word))
}

/// The ends of `count` equal parts.
fn spread(start: f64, end: f64, count: usize) -> impl Iterator<Item = f64> {
    (1..=count).map(move |index| if index == count { end } else { start + (end - start) * index as f64 / count as f64 })
}
