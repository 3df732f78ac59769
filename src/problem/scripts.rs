//! Which font has the characters of a script: free ones that are easy to find.

/// A font that has a character, by the name under which it is found.
fn font(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{530}'..='\u{58f}' => "Noto Sans Armenian",
        '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}' => "Noto Sans Hebrew",
        '\u{600}'..='\u{6ff}'
        | '\u{750}'..='\u{77f}'
        | '\u{8a0}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefe}' => "Noto Sans Arabic",
        '\u{900}'..='\u{97f}' => "Noto Sans Devanagari",
        '\u{980}'..='\u{9ff}' => "Noto Sans Bengali",
        '\u{b80}'..='\u{bff}' => "Noto Sans Tamil",
        '\u{e00}'..='\u{e7f}' => "Noto Sans Thai",
        '\u{10a0}'..='\u{10ff}' => "Noto Sans Georgian",
        '\u{2190}'..='\u{2bff}' => "Noto Sans Symbols 2 or DejaVu Sans",
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}' => "Noto Sans CJK",
        '\u{1f000}'..='\u{1faff}' => "Noto Emoji (not the color one)",
        _ => return None,
    })
}

/// The fonts that have these characters, each once, in the order of the characters.
pub(super) fn fonts(characters: &[char]) -> Vec<&'static str> {
    let mut fonts = Vec::new();
    for font in characters.iter().filter_map(|&character| font(character)) {
        if !fonts.contains(&font) {
            fonts.push(font);
        }
    }
    fonts
}
