//! [`Ideas`]: the candidates of an owner, thought up one after the other from the most liked on. Most are never asked for.

use crate::geometry::{Point, Rect, direction};
use crate::layout::labels::candidates::places;
use crate::layout::labels::candidates::slots::Spot;
use crate::layout::labels::candidates::variants::{Breaking, Variant};
use crate::layout::labels::candidates::{Candidate, wanted, wanted_place};
use crate::layout::labels::costs::{Cost, HINT_SIDE, LINES, PREVIOUS, WIDE_FROM, WIDE_PIXEL, points};
use crate::layout::labels::task::{Hint, Owner, Site};

/// The candidates of an owner, priced by taste alone. At least one for each way of breaking the text.
pub(crate) struct Ideas<'a> {
    owner: &'a Owner,
    variants: &'a [Variant<'a>],
    /// Where around its symbol a label may stand, most liked first; none if it has no symbol.
    spots: &'a [Spot],
    /// For each way of breaking the text, how far it has been thought of.
    heads: Vec<Head>,
    /// The author's places, and all places of an owner without a symbol; most liked last.
    listed: Vec<Candidate>,
    /// The side that the author wants: the direction of his place as seen from the symbol.
    side: Option<Point>,
    /// Where the label stood the last time.
    previous: Option<Rect>,
}

/// How far one way of breaking the text has been thought of.
struct Head {
    variant: usize,
    taste: Cost,
    /// How many of the spots.
    spots: usize,
}

impl<'a> Ideas<'a> {
    /// `spots` are those of a symbol, `rings` the distances for whatever else may stand aside.
    pub(crate) fn new(
        owner: &'a Owner,
        variants: &'a [Variant],
        hint: Option<Hint>,
        spots: &'a [Spot],
        rings: &[f64],
    ) -> Self {
        let middle = owner.site.middle();
        let broken = variants.iter().enumerate().filter(|(_, variant)| variant.form != Breaking::WordPerLine);
        let has_symbol = matches!(owner.site, Site::Symbol { .. });
        let mut ideas = Self {
            owner,
            variants,
            spots: if has_symbol { spots } else { &[] },
            heads: broken.map(|(number, form)| Head { variant: number, taste: taste(form), spots: 0 }).collect(),
            listed: Vec::new(),
            side: hint.map(|hint| direction(middle, wanted_place(hint, owner, &variants[0]).0.center())),
            previous: owner.previous.map(|previous| previous.bounds.moved(middle.x, middle.y)),
        };
        if !has_symbol {
            ideas.list(rings);
        }
        ideas.listed.extend(hint.into_iter().flat_map(|hint| wanted(hint, owner, variants)));
        // Of equals the first is asked for first.
        ideas.listed.reverse();
        ideas.listed.sort_by_key(|candidate| std::cmp::Reverse(candidate.cost));
        ideas
    }

    /// The places of an owner without a symbol.
    fn list(&mut self, rings: &[f64]) {
        let mut listed = Vec::new();
        for &Head { variant, taste, .. } in &self.heads {
            let size = (self.variants[variant].width, self.variants[variant].height);
            places::on_site(self.owner, size, rings, |bounds, anchor, cost| {
                let (cost, variant) = (points(cost) + taste, variant as u8);
                let candidate = Candidate { bounds, cost, variant, anchor, leader: false, wanted: false };
                listed.push(self.liked(candidate));
            });
        }
        self.listed = listed;
    }

    /// The box around all of them; `None` if there are none.
    pub(crate) fn hull(&self) -> Option<Rect> {
        let around = match self.owner.site {
            Site::Symbol { center, outline } => {
                let gap = self.spots.iter().map(|spot| spot.gap).fold(0.0, f64::max);
                let (x, y) = outline.halves();
                let sizes = self.heads.iter().map(|head| &self.variants[head.variant]);
                sizes.map(|size| Rect::around(center, x + gap + size.width, y + gap + size.height)).reduce(Rect::hull)
            }
            _ => None,
        };
        self.listed.iter().map(|candidate| candidate.bounds).chain(around).reduce(Rect::hull)
    }

    /// With what the author's wish and the previous picture add to its price.
    fn liked(&self, mut candidate: Candidate) -> Candidate {
        if let Some(side) = self.side {
            let here = direction(self.owner.site.middle(), candidate.bounds.center());
            candidate.cost += points(HINT_SIDE * (1.0 - side.x * here.x - side.y * here.y) / 2.0);
        }
        if self.previous.is_some_and(|previous| candidate.bounds.is_nearly(previous)) {
            candidate.cost -= points(PREVIOUS);
        }
        candidate
    }
}

impl Iterator for Ideas<'_> {
    /// What this candidate and all that follow cost at least, and the candidate.
    type Item = (Cost, Candidate);

    fn next(&mut self) -> Option<Self::Item> {
        let bonus = if self.previous.is_some() { points(PREVIOUS) } else { 0 };
        let spots = self.spots;
        let cost = |head: &Head| Some(spots.get(head.spots)?.cost + head.taste);
        let best = self.heads.iter_mut().filter_map(|head| Some((cost(head)?, head))).min_by_key(|&(cost, _)| cost);
        if let Some(listed) = self.listed.last().filter(|listed| best.as_ref().is_none_or(|best| listed.cost <= best.0))
        {
            let floor = listed.cost.min(best.map_or(Cost::MAX, |best| best.0 - bonus));
            return self.listed.pop().map(|listed| (floor, listed));
        }
        let (cost, head) = best?;
        let (spot, variant) = (spots[head.spots], head.variant);
        head.spots += 1;
        let Site::Symbol { center, outline } = self.owner.site else { return None };
        let size = (self.variants[variant].width, self.variants[variant].height);
        let candidate = Candidate {
            bounds: spot.slot.bounds(center, outline, spot.gap, size),
            cost,
            variant: variant as u8,
            anchor: spot.slot.anchor(),
            leader: spot.leader,
            wanted: false,
        };
        Some((cost - bonus, self.liked(candidate)))
    }
}

/// What the shape of a label costs.
fn taste(variant: &Variant) -> Cost {
    let lines = LINES[(variant.lines.len().max(1) - 1).min(LINES.len() - 1)];
    points(lines + WIDE_PIXEL * (variant.width - WIDE_FROM).max(0.0))
}
