//! The one place that rounds.

/// Writes a number with at most two decimals; no trailing zeros, no minus before zero.
pub(super) fn push(out: &mut String, value: f64) {
    debug_assert!(value.is_finite(), "a scene holds finite numbers");
    // What is not finite becomes 0, or the largest number; well-formed in any case.
    push_hundredths(out, hundredths(value));
}

/// A number in the steps that numbers are rounded to.
pub(super) fn hundredths(value: f64) -> i64 {
    (value * 100.0).round() as i64
}

/// Writes a number given in hundredths.
pub(super) fn push_hundredths(out: &mut String, hundredths: i64) {
    if hundredths < 0 {
        out.push('-');
    }
    let hundredths = hundredths.unsigned_abs();
    push_whole(out, hundredths / 100);
    let [tenth, hundredth] = [hundredths / 10 % 10, hundredths % 10];
    if tenth + hundredth > 0 {
        out.push('.');
        out.push(digit(tenth).into());
    }
    if hundredth > 0 {
        out.push(digit(hundredth).into());
    }
}

/// Writes a whole number.
pub(super) fn push_whole(out: &mut String, mut value: u64) {
    let mut digits = [0; 20];
    let mut first = digits.len();
    // Backwards: to divide by what is not known before takes many times as long.
    loop {
        first -= 1;
        digits[first] = digit(value % 10);
        value /= 10;
        if value == 0 {
            break;
        }
    }
    out.push_str(str::from_utf8(&digits[first..]).expect("digits are ASCII"));
}

fn digit(value: u64) -> u8 {
    b'0' + value as u8
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
