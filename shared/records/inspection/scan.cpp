#include "shared/records/inspection/scan.h"

#include <array>
#include <boost/json/basic_parser_impl.hpp>

namespace plumb::records {
namespace {

namespace json = boost::json;

constexpr std::size_t kDeepest = 64;

// Where in the payload a value stands.
enum class At : std::uint8_t { other, payload, body, team, member, answers, reasons, notes, score, items, item };

struct Handler {
    static constexpr std::size_t max_object_size = ~std::size_t{0};
    static constexpr std::size_t max_array_size = ~std::size_t{0};
    static constexpr std::size_t max_key_size = ~std::size_t{0};
    static constexpr std::size_t max_string_size = ~std::size_t{0};

    using Code = json::error_code&;

    explicit Handler(ScannedInspection& given) : into(given) {}

    bool on_document_begin(Code) { return true; }
    bool on_document_end(Code) { return true; }
    bool on_object_begin(Code) { return enter(objectAt()); }
    bool on_object_end(std::size_t, Code) { return leave(); }
    bool on_array_begin(Code) { return enter(arrayAt()); }
    bool on_array_end(std::size_t, Code) { return leave(); }
    bool on_key_part(json::string_view text, std::size_t, Code) { return take(key, fresh, text, false); }
    bool on_key(json::string_view text, std::size_t, Code) { return take(key, fresh, text, true); }
    bool on_string_part(json::string_view text, std::size_t, Code) {
        return wanted() ? take(value, fresh, text, false) : true;
    }
    bool on_string(json::string_view text, std::size_t, Code) {
        if (!wanted()) return true;
        take(value, fresh, text, true);
        say();
        return true;
    }
    bool on_number_part(json::string_view, Code) { return true; }
    bool on_int64(std::int64_t number, json::string_view, Code) { return count(number); }
    bool on_uint64(std::uint64_t number, json::string_view, Code) { return count(static_cast<std::int64_t>(number)); }
    bool on_double(double, json::string_view, Code) { return true; }
    bool on_bool(bool, Code) { return true; }
    bool on_null(Code) { return true; }
    bool on_comment_part(json::string_view, Code) { return true; }
    bool on_comment(json::string_view, Code) { return true; }

  private:
    [[nodiscard]] At here() const { return depth == 0 ? At::other : way[depth - 1]; }
    [[nodiscard]] bool wanted() const { return here() != At::other; }

    [[nodiscard]] At objectAt() const {
        if (depth == 0) return At::payload;
        switch (here()) {
            case At::payload:
                return key == "body" ? At::body : At::other;
            case At::body:
                return key == "answers" ? At::answers
                       : key == "na"    ? At::reasons
                       : key == "notes" ? At::notes
                       : key == "score" ? At::score
                                        : At::other;
            case At::team:
                return At::member;
            case At::items:
                return At::item;
            default:
                return At::other;
        }
    }
    [[nodiscard]] At arrayAt() const {
        if (here() == At::body && key == "team") return At::team;
        return here() == At::score && key == "items" ? At::items : At::other;
    }
    bool enter(At at) {
        if (depth == kDeepest) return false;
        way[depth++] = at;
        if (at == At::item) {
            auto& item = into.items.add();
            item.id.clear();
            item.verdict.clear();
            item.points = item.max = 0;
            pointsStated = false;
            current = &item;
        }
        return true;
    }
    bool leave() {
        // Points that are not stated are all of them.
        if (here() == At::item && !pointsStated) current->points = current->max;
        --depth;
        return true;
    }

    // Parts of one text follow each other; `fresh`: the next part begins a new one.
    static bool take(std::string& out, bool& fresh, json::string_view part, bool last) {
        if (fresh) out.clear();
        out.append(part.data(), part.size());
        fresh = last;
        return true;
    }

    void named(ReusedList<ScannedInspection::Named>& list) const {
        auto& entry = list.add();
        entry.name = key;
        entry.text = value;
    }
    void say() {
        switch (here()) {
            case At::body:
                if (key == "started") into.started = value;
                if (key == "finished") into.finished = value;
                break;
            case At::member:
                if (key == "name") into.team.add() = value;
                break;
            case At::answers:
                named(into.answers);
                break;
            case At::reasons:
                named(into.reasons);
                break;
            case At::notes:
                named(into.notes);
                break;
            case At::item:
                if (key == "id") current->id = value;
                if (key == "verdict") current->verdict = value;
                break;
            default:
                break;
        }
    }
    bool count(std::int64_t number) {
        if (here() != At::item) return true;
        if (key == "max") current->max = number;
        if (key == "points") current->points = number;
        pointsStated = pointsStated || key == "points";
        return true;
    }

    ScannedInspection& into;
    ScannedInspection::Item* current = nullptr;
    std::array<At, kDeepest> way{};
    std::size_t depth = 0;
    std::string key, value;
    bool fresh = true;
    bool pointsStated = false;
};

}  // namespace

void ScannedInspection::clear() {
    started.clear();
    finished.clear();
    team.clear();
    answers.clear();
    reasons.clear();
    notes.clear();
    items.clear();
}

bool scanInspection(std::string_view payload, ScannedInspection& into) {
    into.clear();
    json::parse_options options;
    options.max_depth = kDeepest;
    json::basic_parser<Handler> parser(options, into);
    json::error_code error;
    const auto read = parser.write_some(false, payload.data(), payload.size(), error);
    return !error && read == payload.size() && parser.done();
}

}  // namespace plumb::records
