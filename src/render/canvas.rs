//! [`Canvas`]: the memory that is painted on. To be given it page by page costs as much as a good part of the painting, so it is
//! asked for in huge pages where the system has them: without them, a PNG takes 15 to 23 % longer.

use resvg::tiny_skia::PixmapMut;

/// Rows of pixels, each red, green, blue and how opaque, all clear at first.
pub(super) struct Canvas {
    memory: Memory,
    width: u32,
    height: u32,
}

#[cfg(target_os = "linux")]
type Memory = memmap2::MmapMut;
#[cfg(not(target_os = "linux"))]
type Memory = Vec<u8>;

impl Canvas {
    /// A canvas of as many pixels in as many rows: one at least.
    pub(super) fn new(width: u32, height: u32) -> Self {
        Self { memory: memory(width as usize * height as usize * 4), width, height }
    }

    /// To be painted on.
    pub(super) fn pixels(&mut self) -> PixmapMut<'_> {
        let length = self.length();
        let pixels = PixmapMut::from_bytes(&mut self.memory[..length], self.width, self.height);
        pixels.expect("a canvas has pixels, and memory for them")
    }

    /// The pixels as they lie in memory.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.memory[..self.length()]
    }

    /// Makes all pixels clear.
    pub(super) fn clear(&mut self) {
        self.memory.fill(0);
    }

    fn length(&self) -> usize {
        self.width as usize * self.height as usize * 4
    }
}

#[cfg(target_os = "linux")]
fn memory(length: usize) -> Memory {
    /// A huge page; memory of whole ones is made to start with one.
    const HUGE: usize = 2 << 20;
    let huge = length >= HUGE;
    let length = if huge { length.next_multiple_of(HUGE) } else { length };
    let memory = memmap2::MmapMut::map_anon(length).expect("there is memory");
    if huge {
        // Where there are none, memory comes page by page as it is touched.
        let _ = memory.advise(memmap2::Advice::HugePage);
    }
    memory
}

#[cfg(not(target_os = "linux"))]
fn memory(length: usize) -> Memory {
    vec![0; length]
}
