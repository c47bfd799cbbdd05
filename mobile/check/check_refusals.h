// What somebody typed and the session or the store does not take: too long, no text, not of its form. It stays in its
// field and in memory with the sentence that says why, until another value is taken there or the person gives it up; as
// long as one stands nothing is called saved and nothing can be signed. Values only; UI thread.
#pragma once

#include <QString>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/checklist/session/session.h"

namespace plumb::mobile {

struct Refusal {
    enum class Kind { answer, note, fact };
    Kind kind = Kind::answer;
    std::string item;  // "" of a fact
    std::string key;   // of the answer; the item of a note; the fact
    QString text;      // as it was typed
    Error error;

    // Why, in the person's language.
    [[nodiscard]] QString sentence() const;
};

class CheckRefusals {
  public:
    void put(Refusal refusal);
    void take(Refusal::Kind kind, const std::string& key);
    void clear() { m_all.clear(); }
    // An instance of a repeat went: what stood in it goes, what stood in those after it moves up.
    void removeInstance(const std::string& instance);

    [[nodiscard]] const Refusal* find(Refusal::Kind kind, const std::string& key) const;
    // Those whose field there is at present, oldest first. What depends on other answers may be away for a while.
    [[nodiscard]] std::vector<Refusal> standing(const checklist::Session& session) const;

  private:
    std::vector<Refusal> m_all;
};

}  // namespace plumb::mobile
