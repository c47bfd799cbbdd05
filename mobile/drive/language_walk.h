// What the window says in one language and in the other: the words of everything that is shown, before the language
// changes, at the moment after, and once it has changed back. Whoever reads them finds old words
// (tests/e2e/old_words.mjs). UI thread.
#pragma once

#include <QJsonObject>
#include <QQuickWindow>
#include <QStringList>

namespace plumb::mobile {

// What every visible text of the window says, and what tools are told where that differs; in the order of the items.
QStringList wordsOn(const QQuickWindow& window);

// Changes the language, reads, and changes it back: {"language", "before", "other", "after"}. No event is handled
// between a change and the reading of it, so that what is told later counts as old.
QJsonObject walkLanguages(const QQuickWindow& window);

}  // namespace plumb::mobile
