//! Work on all cores, results in order.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// Does `work` for every number below `count`, on as many threads as there are cores, and hands the results to `take` in
/// the order of the numbers. A single piece of work is done right here, and so is all of it where the system gives no thread.
pub(crate) fn in_order<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync, mut take: impl FnMut(T)) {
    let workers = if count < 2 { 1 } else { thread::available_parallelism().map_or(1, usize::from).min(count) };
    if workers == 1 {
        return (0..count).for_each(|at| take(work(at)));
    }
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (sender, results) = mpsc::channel();
        let mut started = 0;
        for _ in 0..workers {
            let (sender, next, work) = (sender.clone(), &next, &work);
            let worker = move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    if at >= count || sender.send((at, work(at))).is_err() {
                        break;
                    }
                }
            };
            started += usize::from(thread::Builder::new().spawn_scoped(scope, worker).is_ok());
        }
        drop(sender);
        if started == 0 {
            return (0..count).for_each(|at| take(work(at)));
        }
        let mut early = BTreeMap::new();
        let mut due = 0;
        for (at, result) in results {
            early.insert(at, result);
            while let Some(result) = early.remove(&due) {
                take(result);
                due += 1;
            }
        }
    });
}
