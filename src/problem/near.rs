//! How alike two words are: [`nearest`], [`distance`].

/// Words longer than this, in characters, are like nothing else: comparing them would cost more than it tells.
const LONGEST: usize = 64;

/// The one of a few known words that `word` was probably meant to be; letter case does not count. Of several equally near
/// ones, the first.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        let limit = best.map_or(tolerance(&word), |(distance, _)| distance.saturating_sub(1));
        match distance(&word, &candidate.to_lowercase(), limit) {
            Some(0) => return Some(candidate),
            Some(distance) if best.is_none_or(|(least, _)| distance < least) => best = Some((distance, candidate)),
            _ => {}
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How many slips a word may hold and still be recognized: one in three letters, at most three, none in words of one or two.
pub fn tolerance(word: &str) -> usize {
    (word.chars().take(LONGEST).count() / 3).min(3)
}

/// How many slips (a letter too many, too few, wrong, or two exchanged) lie between two words, if at most `limit`.
/// Takes time proportional to the shorter word's length times `limit`, and never looks at words of more than 64 characters.
pub fn distance(one: &str, other: &str, limit: usize) -> Option<usize> {
    if one == other {
        return Some(0);
    }
    let one: Vec<char> = one.chars().take(LONGEST + 1).collect();
    let other: Vec<char> = other.chars().take(LONGEST + 1).collect();
    if limit == 0 || one.len() > LONGEST || other.len() > LONGEST || one.len().abs_diff(other.len()) > limit {
        return None;
    }
    // Rows of the usual table, of which only the band that can stay within the limit is filled in.
    let far = limit + 1;
    let mut before_last = vec![far; other.len() + 1];
    let mut last: Vec<usize> = (0..=other.len()).map(|column| column.min(far)).collect();
    for row in 1..=one.len() {
        let (from, to) = (row.saturating_sub(limit).max(1), (row + limit).min(other.len()));
        let mut now = vec![far; other.len() + 1];
        now[0] = row.min(far);
        for column in from..=to {
            let same = one[row - 1] == other[column - 1];
            let mut least = (last[column - 1] + usize::from(!same)).min(last[column] + 1).min(now[column - 1] + 1);
            let exchanged =
                row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1];
            if exchanged {
                least = least.min(before_last[column - 2] + 1);
            }
            now[column] = least.min(far);
        }
        before_last = std::mem::replace(&mut last, now);
    }
    Some(last[other.len()]).filter(|&distance| distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn slips_are_counted() {
        assert_eq!(distance("kettle", "kettel", 2), Some(1));
        assert_eq!(distance("kettle", "ketle", 2), Some(1));
        assert_eq!(distance("kettle", "settled", 2), Some(2));
        assert_eq!(distance("kettle", "teapot", 3), None);
        assert_eq!(distance("", "abc", 3), Some(3));
        assert_eq!(distance("éß用", "éẞ用", 1), Some(1));
    }

    #[test]
    fn the_nearest_word_is_found_or_none() {
        let words = ["component", "anchor", "evolve", "evolution"];
        assert_eq!(nearest("compnent", words), Some("component"));
        assert_eq!(nearest("EVOLVE", words), Some("evolve"));
        assert_eq!(nearest("evolvution", words), Some("evolution"));
        assert_eq!(nearest("kettle", words), None);
    }
}
