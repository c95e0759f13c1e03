/** The window in which the stories are told. */
export const WINDOW = { width: 1440, height: 900 };
/** n8n fits a flow into the window: in this one the notes on the canvas can be read. */
export const WIDE = { width: 1920, height: 1200 };
