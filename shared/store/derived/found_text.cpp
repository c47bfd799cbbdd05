#include "shared/store/derived/found_text.h"

#include "shared/base/civil_date.h"

namespace plumb::store {
namespace {

void add(std::string& to, std::string_view text) {
    if (text.empty()) return;
    if (to.empty()) to = " ";
    const std::string piece = lowered(text) + " ";
    if (to.find(" " + piece) == std::string::npos) to += piece;
}

}  // namespace

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == '\n' || c == '\t' || c == '\r') c = ' ';
    }
    return out;
}

void addFoundText(std::string& to, const record::Payload& payload) {
    if (const auto team = arrayAt(payload.body, "team")) {
        for (const auto& one : **team) {
            if (one.is_object()) add(to, textOr(one.get_object(), "name"));
        }
    }
    if (const auto party = objectAt(payload.body, "party")) {
        add(to, textOr(**party, "name"));
        if (const auto refused = objectAt(**party, "refused")) add(to, textOr(**refused, "witness"));
    }
    add(to, dayText(dayOf(payload.at)));
}

}  // namespace plumb::store
