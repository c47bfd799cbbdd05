// The one table that turns expected failures into sentences for people, in the app's language: what happened and what
// to do. UI thread (it translates).
#pragma once

#include <QString>

#include "shared/base/error.h"

namespace plumb::mobile {

QString sentenceFor(const Error& error);
// The same for what a store keeps of a refusal: "<code>: <detail>".
QString sentenceForProblem(const QString& problem);

// Whether a sentence was written for this code. Without one a person reads what kind of failure it is, and the detail
// as it came.
bool hasSentence(const std::string& code);

}  // namespace plumb::mobile
