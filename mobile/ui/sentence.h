// A sentence that a model keeps: how it is said, and not the words, so that it is said in the language of the moment
// and nothing stands in the language that was left (retelling.h sends the signal on which it is read again). A plain
// text is no sentence: whoever keeps one says by what it is made. UI thread.
#pragma once

#include <QString>
#include <concepts>
#include <functional>

#include "shared/base/error.h"

namespace plumb::mobile {

class Sentence {
  public:
    Sentence() = default;
    // As sentenceFor() says it.
    Sentence(Error error);  // NOLINT(google-explicit-constructor): an error is a sentence
    // REQUIRES: what `said` reads outlives this. Figures of the moment are handed over by value.
    template <std::invocable Said>
    requires std::convertible_to<std::invoke_result_t<Said>, QString> Sentence(Said said)
        : m_said(std::move(said)) {}  // NOLINT(google-explicit-constructor)

    // "" of none.
    [[nodiscard]] QString text() const { return m_said ? m_said() : QString(); }
    [[nodiscard]] bool isEmpty() const { return text().isEmpty(); }
    void clear() { m_said = nullptr; }

  private:
    std::function<QString()> m_said;
};

}  // namespace plumb::mobile
