#pragma once

namespace checkpoint {

/// Makes what the program reads and writes safe whatever it was started with; the first thing in main().
/// A standard descriptor that is closed gets one on which reading or writing fails, so that no file of the
/// data folder is ever opened as standard input or output. A reader that has gone away is an error on
/// writing, not the end of the program.
void prepareStandardStreams();

} // namespace checkpoint
