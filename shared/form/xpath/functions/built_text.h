// A text that a function puts together, of bounded size: expressions nested in expressions cannot fill the memory.
#pragma once

#include <string>
#include <string_view>

#include "shared/form/xpath/functions.h"
#include "shared/form/xpath/tuning.h"

namespace plumb::form::xpath {

class BuiltText {
  public:
    explicit BuiltText(const Call& call) : m_call(call) {}
    void add(std::string_view piece) {
        if (piece.size() > kMaxText - m_text.size()) m_call.fail("the text would be longer than 1 MiB");
        m_text += piece;
    }
    Value value() { return Value::ofText(std::move(m_text)); }

  private:
    const Call& m_call;
    std::string m_text;
};

}  // namespace plumb::form::xpath
