//! [`Color`]: red, green, blue and how opaque.

/// A color as drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Color {
    /// 0..=255
    pub red: u8,
    /// 0..=255
    pub green: u8,
    /// 0..=255
    pub blue: u8,
    /// 0 (not there) ..= 255 (opaque)
    pub alpha: u8,
}

impl Color {
    /// An opaque color from `0xRRGGBB`.
    pub const fn rgb(hex: u32) -> Self {
        Self { red: (hex >> 16) as u8, green: (hex >> 8) as u8, blue: hex as u8, alpha: 255 }
    }

    /// The color that is written `#rrggbb`, or `#rgb` for short; `None` for any other text.
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        match digits.len() {
            6 => Some(Self::rgb(number)),
            3 => Some(Self::rgb((number >> 8) * 0x11_0000 + (number >> 4 & 15) * 0x1100 + (number & 15) * 0x11)),
            _ => None,
        }
    }

    /// The same color, `alpha` of 255 opaque.
    #[must_use]
    pub const fn with_alpha(self, alpha: u8) -> Self {
        Self { alpha, ..self }
    }

    /// `#rrggbb`; how opaque it is, is said apart.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}
