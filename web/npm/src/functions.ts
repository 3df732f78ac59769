// What both faces of the package have.

export { addFont, check, complete, convert, edit, format, hover, render } from './library.js';
export type * from './library.js';
