#include "shared/checklist/model/text_limits.h"

#include <algorithm>

#include "shared/base/encoding.h"

namespace plumb::checklist {

Result<void> checkText(const std::string& what, std::string_view text) {
    if (text.size() > kMaxAnswerBytes || !isUtf8(text))
        return fail(ErrorKind::malformed, "bad_value",
                    what + " must be UTF-8 text of at most " + std::to_string(kMaxAnswerBytes) + " bytes");
    const auto control = std::find_if(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
    });
    if (control == text.end()) return {};
    return fail(ErrorKind::malformed, "bad_value",
                what + " holds the control character " + std::to_string(static_cast<int>(*control)) + " at byte " +
                    std::to_string(control - text.begin()) + ", which is no text; take it out");
}

}  // namespace plumb::checklist
