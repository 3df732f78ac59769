//! A map without where it is written, to tell whether two texts mean the same.

use super::Map;
use crate::source::Span;

impl Map {
    /// The same map with every span empty: what is meant, wherever it stands.
    #[must_use]
    pub fn placeless(mut self) -> Self {
        let nowhere = Span::default();
        let words = self.title.iter_mut().chain(&mut self.purpose).chain(&mut self.scope);
        words.for_each(|words| words.span = nowhere);
        self.steps.list.iter_mut().for_each(|step| step.span = nowhere);
        self.steps.starts.iter_mut().for_each(|start| start.offset = 0);
        let strategy = &mut self.strategy;
        strategy.north_stars.iter_mut().chain(&mut strategy.inputs).for_each(|metric| metric.span = nowhere);
        strategy.values.iter_mut().for_each(|value| value.span = nowhere);
        strategy.work.iter_mut().for_each(|work| work.span = nowhere);
        strategy.streams.iter_mut().for_each(|stream| stream.span = nowhere);
        for component in &mut self.components {
            component.span = nowhere;
            component.again.clear();
            component.label.iter_mut().for_each(|label| label.span = nowhere);
        }
        for movement in &mut self.movements {
            movement.span = nowhere;
            movement.label.iter_mut().for_each(|label| label.span = nowhere);
        }
        for link in &mut self.links {
            link.span = nowhere;
            link.text.iter_mut().chain(&mut link.context).for_each(|text| text.span = nowhere);
        }
        self.pipelines.iter_mut().for_each(|pipeline| pipeline.span = nowhere);
        self.notes.iter_mut().for_each(|note| note.span = nowhere);
        self.annotations.iter_mut().for_each(|annotation| annotation.span = nowhere);
        self.attitudes.iter_mut().for_each(|attitude| attitude.span = nowhere);
        self.forces.iter_mut().for_each(|force| force.span = nowhere);
        self
    }
}
