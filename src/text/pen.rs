//! [`Pen`]: what outlines of letters are drawn with.

use skrifa::outline::OutlinePen;

/// Draws outlines. A glyph is a number of closed runs, each of which begins with a move.
pub trait Pen {
    /// Starts a run here.
    fn move_to(&mut self, x: f32, y: f32);

    /// Goes straight to here.
    fn line_to(&mut self, x: f32, y: f32);

    /// Bends towards the first point and goes to the second.
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32);

    /// Bends towards the first point and then the second, and goes to the third.
    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32);

    /// Goes back to where the run started.
    fn close(&mut self);
}

/// Moves and scales what is drawn through it.
pub(super) struct Placed<'a, P> {
    pub(super) pen: &'a mut P,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) across: f64,
    pub(super) down: f64,
}

impl<P> Placed<'_, P> {
    fn x(&self, x: f32) -> f32 {
        (self.x + f64::from(x) * self.across) as f32
    }

    fn y(&self, y: f32) -> f32 {
        (self.y + f64::from(y) * self.down) as f32
    }
}

impl<P: Pen> Pen for Placed<'_, P> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.pen.move_to(self.x(x), self.y(y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.pen.line_to(self.x(x), self.y(y));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.pen.quad_to(self.x(cx), self.y(cy), self.x(x), self.y(y));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.pen.curve_to(self.x(ax), self.y(ay), self.x(bx), self.y(by), self.x(x), self.y(y));
    }

    fn close(&mut self) {
        self.pen.close();
    }
}

/// Lets the reader of fonts draw with a [`Pen`].
pub(super) struct Outlines<'a, P>(pub(super) &'a mut P);

impl<P: Pen> OutlinePen for Outlines<'_, P> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to(cx, cy, x, y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.0.curve_to(ax, ay, bx, by, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
