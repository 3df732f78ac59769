//! How wide plain ASCII text is in the shipped font, without opening it: advances and kerning as the shaper gives them.
//! Most maps hold nothing else, and so never pay for the font. `tests/text/ascii.rs` holds every pair against the shaper.

/// The first and the last character told of here: blank and tilde.
const FIRST: u8 = b' ';
const COUNT: usize = (b'~' - FIRST) as usize + 1;

struct Weight {
    /// In units of 1/2048 em.
    advances: [i16; COUNT],
    /// What is added where the second follows the first.
    kerning: [[i16; COUNT]; COUNT],
}

/// The width of `text` in 1/2048 em; `None` where it holds anything but plain ASCII.
pub(super) fn width(text: &str, bold: bool) -> Option<i64> {
    let weight = if bold { &BOLD } else { &REGULAR };
    let mut width = 0;
    // The row of a character that is kerned with nothing.
    let mut row = &[0; COUNT];
    for byte in text.bytes() {
        let at = usize::from(byte.wrapping_sub(FIRST));
        width += i64::from(*weight.advances.get(at)?) + i64::from(row[at]);
        row = &weight.kerning[at];
    }
    Some(width)
}

#[expect(clippy::large_stack_arrays, reason = "it is run by the compiler alone")]
const fn weight(advances: [i16; COUNT], pairs: &[(&[u8; 2], i16)]) -> Weight {
    let mut kerning = [[0; COUNT]; COUNT];
    let mut at = 0;
    while at < pairs.len() {
        let ([first, second], units) = pairs[at];
        kerning[(*first - FIRST) as usize][(*second - FIRST) as usize] = units;
        at += 1;
    }
    Weight { advances, kerning }
}

#[rustfmt::skip]
static REGULAR: Weight = weight([
    569, 569, 727, 1139, 1139, 1821, 1366, 391, 682, 682, 797, 1196, 569, 682, 569, 569, 1139, 1139, 1139, 1139,
    1139, 1139, 1139, 1139, 1139, 1139, 569, 569, 1196, 1196, 1196, 1139, 2079, 1366, 1366, 1479, 1479, 1366, 1251,
    1593, 1479, 569, 1024, 1366, 1139, 1706, 1479, 1593, 1366, 1593, 1479, 1366, 1251, 1479, 1366, 1933, 1366,
    1366, 1251, 569, 569, 569, 961, 1139, 682, 1139, 1139, 1024, 1139, 1139, 569, 1139, 1139, 455, 455, 1024, 455,
    1706, 1139, 1139, 1139, 1139, 682, 1024, 569, 1139, 1024, 1479, 1024, 1024, 1024, 684, 532, 684, 1196,
], &[
    (b" A", -113), (b" T", -37), (b" Y", -37), (b"11", -152), (b"A ", -113), (b"AT", -152), (b"AV", -152),
    (b"AW", -76), (b"AY", -152), (b"Av", -37), (b"Aw", -37), (b"Ay", -37), (b"F,", -227), (b"F.", -227),
    (b"FA", -113), (b"L ", -76), (b"LT", -152), (b"LV", -152), (b"LW", -152), (b"LY", -152), (b"Ly", -76),
    (b"P ", -37), (b"P,", -264), (b"P.", -264), (b"PA", -152), (b"RT", -37), (b"RV", -37), (b"RW", -37),
    (b"RY", -37), (b"T ", -37), (b"T,", -227), (b"T-", -113), (b"T.", -227), (b"T:", -227), (b"T;", -227),
    (b"TA", -152), (b"TO", -37), (b"Ta", -227), (b"Tc", -227), (b"Te", -227), (b"Ti", -76), (b"To", -227),
    (b"Tr", -76), (b"Ts", -227), (b"Tu", -76), (b"Tw", -113), (b"Ty", -113), (b"V,", -188), (b"V-", -113),
    (b"V.", -188), (b"V:", -76), (b"V;", -76), (b"VA", -152), (b"Va", -152), (b"Ve", -113), (b"Vi", -37),
    (b"Vo", -113), (b"Vr", -76), (b"Vu", -76), (b"Vy", -76), (b"W,", -113), (b"W-", -37), (b"W.", -113),
    (b"W:", -37), (b"W;", -37), (b"WA", -76), (b"Wa", -76), (b"We", -37), (b"Wo", -37), (b"Wr", -37), (b"Wu", -37),
    (b"Wy", -18), (b"Y ", -37), (b"Y,", -264), (b"Y-", -188), (b"Y.", -264), (b"Y:", -113), (b"Y;", -133),
    (b"YA", -152), (b"Ya", -152), (b"Ye", -188), (b"Yi", -76), (b"Yo", -188), (b"Yp", -152), (b"Yq", -188),
    (b"Yu", -113), (b"Yv", -113), (b"ff", -37), (b"r,", -113), (b"r.", -113), (b"v,", -152), (b"v.", -152),
    (b"w,", -113), (b"w.", -113), (b"y,", -152), (b"y.", -152),
]);

#[rustfmt::skip]
static BOLD: Weight = weight([
    569, 682, 971, 1139, 1139, 1821, 1479, 487, 682, 682, 797, 1196, 569, 682, 569, 569, 1139, 1139, 1139, 1139,
    1139, 1139, 1139, 1139, 1139, 1139, 682, 682, 1196, 1196, 1196, 1251, 1997, 1479, 1479, 1479, 1479, 1366, 1251,
    1593, 1479, 569, 1139, 1479, 1251, 1706, 1479, 1593, 1366, 1593, 1479, 1366, 1251, 1479, 1366, 1933, 1366,
    1366, 1251, 682, 569, 682, 1196, 1139, 682, 1139, 1251, 1139, 1251, 1139, 682, 1251, 1251, 569, 569, 1139, 569,
    1821, 1251, 1251, 1251, 1251, 797, 1139, 682, 1251, 1139, 1593, 1139, 1139, 1024, 797, 573, 797, 1196,
], &[
    (b" A", -76), (b" Y", -37), (b"11", -113), (b"A ", -76), (b"AT", -152), (b"AV", -152), (b"AW", -113),
    (b"AY", -188), (b"Av", -76), (b"Aw", -37), (b"Ay", -76), (b"F,", -227), (b"F.", -227), (b"FA", -113),
    (b"L ", -37), (b"LT", -152), (b"LV", -152), (b"LW", -113), (b"LY", -188), (b"Ly", -76), (b"P ", -37),
    (b"P,", -264), (b"P.", -264), (b"PA", -152), (b"RV", -37), (b"RW", -37), (b"RY", -76), (b"T,", -227),
    (b"T-", -113), (b"T.", -227), (b"T:", -227), (b"T;", -227), (b"TA", -152), (b"TO", -37), (b"Ta", -152),
    (b"Tc", -152), (b"Te", -152), (b"Ti", -37), (b"To", -152), (b"Tr", -113), (b"Ts", -152), (b"Tu", -152),
    (b"Tw", -152), (b"Ty", -152), (b"V,", -188), (b"V-", -113), (b"V.", -188), (b"V:", -113), (b"V;", -113),
    (b"VA", -152), (b"Va", -113), (b"Ve", -113), (b"Vi", -37), (b"Vo", -152), (b"Vr", -113), (b"Vu", -76),
    (b"Vy", -76), (b"W,", -113), (b"W-", -41), (b"W.", -113), (b"W:", -37), (b"W;", -37), (b"WA", -113),
    (b"Wa", -76), (b"We", -37), (b"Wi", -18), (b"Wo", -37), (b"Wr", -37), (b"Wu", -37), (b"Wy", -37), (b"Y ", -37),
    (b"Y,", -227), (b"Y-", -113), (b"Y.", -227), (b"Y:", -152), (b"Y;", -152), (b"YA", -188), (b"Ya", -113),
    (b"Ye", -113), (b"Yi", -76), (b"Yo", -152), (b"Yp", -113), (b"Yq", -152), (b"Yu", -113), (b"Yv", -113),
    (b"r,", -113), (b"r.", -113), (b"v,", -152), (b"v.", -152), (b"w,", -76), (b"w.", -76), (b"y,", -152),
    (b"y.", -152),
]);
