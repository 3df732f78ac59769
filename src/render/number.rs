//! The one place that rounds.

/// Writes a number with at most two decimals; no trailing zeros, no minus before zero.
pub(super) fn push(out: &mut String, value: f64) {
    debug_assert!(value.is_finite(), "a scene holds finite numbers");
    // What is not finite becomes 0, or the largest number; well-formed in any case.
    let hundredths = (value * 100.0).round() as i64;
    if hundredths < 0 {
        out.push('-');
    }
    let hundredths = hundredths.unsigned_abs();
    push_whole(out, hundredths / 100);
    let [tenth, hundredth] = [hundredths / 10 % 10, hundredths % 10];
    if tenth + hundredth > 0 {
        out.push('.');
        push_digit(out, tenth);
    }
    if hundredth > 0 {
        push_digit(out, hundredth);
    }
}

/// Writes a whole number.
pub(super) fn push_whole(out: &mut String, value: u64) {
    let mut ten = 1;
    while value / ten >= 10 {
        ten *= 10;
    }
    while ten > 0 {
        push_digit(out, value / ten % 10);
        ten /= 10;
    }
}

fn push_digit(out: &mut String, digit: u64) {
    out.push(char::from(b'0' + digit as u8));
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_are_short() {
        let cases = [
            (0.0, "0"),
            (-0.001, "0"),
            (1.0, "1"),
            (-1.5, "-1.5"),
            (0.05, "0.05"),
            (2.999, "3"),
            (-0.25, "-0.25"),
            (1234.567, "1234.57"),
            (100.1, "100.1"),
            (1e15, "1000000000000000"),
        ];
        for (value, expected) in cases {
            let mut out = String::new();
            super::push(&mut out, value);
            assert_eq!(out, expected);
        }
    }
}
