// Rounding of what a number looks like when written, not of the binary fraction behind it: 2.15 at one place is 2.2,
// as in a spreadsheet and in ODK Collect. Exact and the same on every machine. Pure.
#pragma once

namespace plumb::form::xpath {

// Half goes up, towards positive infinity (XPath 1.0 §4.4): -1.5 → -1. Places below zero round tens, hundreds ….
// NaN and infinities stay; the sign of zero is kept.
double roundDecimal(double value, int places);

}  // namespace plumb::form::xpath
