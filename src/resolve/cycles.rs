//! Components that need each other in a ring: [`cycles`].

use crate::map::Map;
use crate::problem::Problem;
use crate::source::Span;

/// One ring for every group of components that all need each other, directly or through others: a short one through the
/// group's first component. Takes time linear in components and links, and no recursion.
pub(super) fn cycles(map: &Map) -> Vec<Problem> {
    let needs = Needs::of(map);
    let groups = needs.groups();
    let mut reported = vec![false; map.components.len()];
    let mut rings = Vec::new();
    for first in 0..map.components.len() {
        let group = groups[first];
        if !std::mem::replace(&mut reported[group], true)
            && let Some(ring) = needs.ring(first, &groups)
        {
            rings.push(problem(map, &ring));
        }
    }
    rings
}

fn problem(map: &Map, ring: &[(usize, Span)]) -> Problem {
    let links: Vec<Span> = ring.iter().map(|&(_, link)| link).collect();
    let names = ring.iter().map(|&(at, _)| map.components[at].name.clone()).collect();
    Problem::Cycle { span: links[0], names, links }
}

/// Who needs what: for each component the others it needs, and the link that says so.
struct Needs(Vec<Vec<(usize, Span)>>);

impl Needs {
    /// The needs an author wrote, without those of components for themselves.
    fn of(map: &Map) -> Self {
        let mut needs = vec![Vec::new(); map.components.len()];
        for link in map.links.iter().filter(|link| !link.implied) {
            let (from, to) = (link.from.component.0 as usize, link.to.component.0 as usize);
            if from != to {
                needs[from].push((to, link.span));
            }
        }
        Self(needs)
    }

    /// For each component a number that it shares with all it is in a ring with: Tarjan's strongly connected components, with
    /// a stack of its own in place of recursion.
    fn groups(&self) -> Vec<usize> {
        const NEW: usize = usize::MAX;
        let count = self.0.len();
        let (mut order, mut low, mut group) = (vec![NEW; count], vec![0; count], vec![NEW; count]);
        let (mut open, mut path, mut next) = (Vec::new(), Vec::new(), 0);
        for start in 0..count {
            if order[start] == NEW {
                path.push((start, 0));
            }
            while let Some((at, branch)) = path.pop() {
                if branch == 0 {
                    (order[at], low[at]) = (next, next);
                    next += 1;
                    open.push(at);
                }
                if let Some(&(to, _)) = self.0[at].get(branch) {
                    path.push((at, branch + 1));
                    if order[to] == NEW {
                        path.push((to, 0));
                    } else if group[to] == NEW {
                        low[at] = low[at].min(order[to]);
                    }
                    continue;
                }
                if low[at] == order[at] {
                    while let Some(member) = open.pop() {
                        group[member] = at;
                        if member == at {
                            break;
                        }
                    }
                }
                if let Some(&(before, _)) = path.last() {
                    low[before] = low[before].min(low[at]);
                }
            }
        }
        group
    }

    /// The shortest way from `first` back to itself within its group, as pairs of a component and the link that leaves it.
    fn ring(&self, first: usize, groups: &[usize]) -> Option<Vec<(usize, Span)>> {
        let mut reached: std::collections::BTreeMap<usize, (usize, Span)> = std::collections::BTreeMap::new();
        let mut queue = std::collections::VecDeque::from([first]);
        while let Some(at) = queue.pop_front() {
            for &(to, link) in self.0[at].iter().filter(|(to, _)| groups[*to] == groups[first]) {
                if to == first {
                    let mut ring = vec![(at, link)];
                    let mut at = at;
                    while let Some(&(before, link)) = reached.get(&at).filter(|_| at != first) {
                        ring.push((before, link));
                        at = before;
                    }
                    ring.reverse();
                    return Some(ring);
                }
                reached.entry(to).or_insert_with(|| {
                    queue.push_back(to);
                    (at, link)
                });
            }
        }
        None
    }
}
