#include "shared/checklist/model/answer_key.h"

#include <algorithm>
#include <charconv>

namespace plumb::checklist {

std::vector<std::size_t> repeatsAround(const Checklist& checklist, std::size_t question) {
    std::vector<std::size_t> out;
    for (auto at = checklist.questions[question].repeat; at; at = checklist.questions[*at].repeat) out.push_back(*at);
    std::reverse(out.begin(), out.end());
    return out;
}

std::optional<AnswerKey> parseKey(const Checklist& checklist, std::string_view text) {
    const auto last = text.rfind('/');
    const auto question = checklist.questionIndex(last == std::string_view::npos ? text : text.substr(last + 1));
    if (!question) return std::nullopt;
    AnswerKey out{*question, {}};
    auto way = last == std::string_view::npos ? std::string_view() : text.substr(0, last);
    for (const auto repeat : repeatsAround(checklist, *question)) {
        const std::string& id = checklist.questions[repeat].id;
        if (!way.starts_with(id)) return std::nullopt;
        way.remove_prefix(id.size());
        std::uint32_t position = 0;
        // Written in one way only: no sign, no leading zero.
        if (way.size() < 3 || way[0] != '[' || way[1] < '1' || way[1] > '9') return std::nullopt;
        const auto read = std::from_chars(way.data() + 1, way.data() + way.size(), position);
        way.remove_prefix(static_cast<std::size_t>(read.ptr - way.data()));
        if (read.ec != std::errc() || position > kMostInstances || !way.starts_with(']')) return std::nullopt;
        way.remove_prefix(1);
        out.instances.push_back(position);
        if (way.empty()) continue;
        if (way.front() != '/' || way.size() == 1) return std::nullopt;
        way.remove_prefix(1);
    }
    if (!way.empty() || (last != std::string_view::npos && out.instances.empty())) return std::nullopt;
    return out;
}

std::string keyText(const Checklist& checklist, const AnswerKey& key) {
    std::string out;
    const auto repeats = repeatsAround(checklist, key.question);
    for (std::size_t i = 0; i < repeats.size() && i < key.instances.size(); ++i)
        out += checklist.questions[repeats[i]].id + "[" + std::to_string(key.instances[i]) + "]/";
    return out + checklist.questions[key.question].id;
}

}  // namespace plumb::checklist
