#include "sync-server/http/handed_lines.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "shared/base/json.h"
#include "shared/records/document/issued.h"
#include "sync-server/http/push.h"

namespace plumb::server {
namespace {

constexpr std::array<std::string_view, 5> kNotes{"gap", "fork", "clock", "seen", "task"};

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_request", std::move(why));
}

// Trust lines are judged by the log's order alone, issued papers by what the log says: there is nothing to vouch for.
bool vouchedFor(const Candidate& candidate) {
    const auto& type = candidate.payload->type;
    return !candidate.refusal && candidate.verified && !domain::isTrustType(type) && !records::isIssued(type);
}

Result<Decision> readDecision(const json::object& object) {
    Decision out;
    const auto status = textOr(object, "status");
    const auto hash = Sha256::fromHex(textOr(object, "hash"));
    if (!hash) return bad("a result without a hash");
    out.hash = *hash;
    out.id = textOr(object, "id");
    if (status == outcomeName(Outcome::refused)) {
        const auto kind = integerAt(object, "kind");
        if (!kind || *kind < 0 || *kind > static_cast<std::int64_t>(ErrorKind::broken)) return bad("a bad kind");
        out.error = {static_cast<ErrorKind>(*kind), textOr(object, "code"), textOr(object, "detail")};
        return out;
    }
    if (status != outcomeName(Outcome::accepted) && status != outcomeName(Outcome::known)) return bad("a bad status");
    out.outcome = status == outcomeName(Outcome::accepted) ? Outcome::accepted : Outcome::known;
    const auto index = integerAt(object, "index");
    if (!index || *index < 0) return bad("a result without an index");
    out.index = static_cast<std::uint64_t>(*index);
    const auto* notes = object.if_contains("notes");
    if (!notes || !notes->is_array()) return out;
    for (const auto& note : notes->get_array()) {
        const auto known = note.is_string() ? std::find(kNotes.begin(), kNotes.end(), note.get_string()) : kNotes.end();
        if (known != kNotes.end()) out.notes.push_back(*known);
    }
    return out;
}

}  // namespace

std::string handedBody(const std::vector<Candidate>& candidates) {
    std::string out;
    for (const auto& candidate : candidates) {
        if (!candidate.line || !candidate.payload) continue;
        const auto& text = candidate.line->text();
        out.append(vouchedFor(candidate) ? "v " : "n ").append(std::to_string(text.size())).append(1, '\n');
        out.append(text).append(1, '\n');
    }
    return out;
}

Result<std::vector<HandedLine>> readHanded(std::string_view body, std::size_t most) {
    std::vector<HandedLine> out;
    while (!body.empty()) {
        if (out.size() == most) return bad("more lines than go at once");
        const auto end = body.find('\n');
        const auto head = body.substr(0, end);
        std::size_t size = 0;
        const bool known = head.starts_with("v ") || head.starts_with("n ");
        if (end == std::string_view::npos || !known) return bad("a handed line has no head");
        const auto [at, error] = std::from_chars(head.data() + 2, head.data() + head.size(), size);
        body.remove_prefix(end + 1);
        if (error != std::errc() || at != head.data() + head.size() || size >= body.size() || body[size] != '\n')
            return bad("a handed line is not as long as it says");
        out.push_back({head.front() == 'v', body.substr(0, size)});
        body.remove_prefix(size + 1);
    }
    return out;
}

json::object describeHanded(const PushOutcome& outcome) {
    json::array results;
    for (const auto& decision : outcome.decisions) {
        auto one = describeDecision(decision);
        if (decision.outcome == Outcome::refused) one["kind"] = static_cast<int>(decision.error.kind);
        results.push_back(std::move(one));
    }
    return {{"size", outcome.head->size}, {"results", std::move(results)}};
}

Result<PushOutcome> readHandedAnswer(std::string_view body) {
    const auto value = parseJson(body, 8);
    if (!value || !value->is_object()) return bad("the sequencer's answer is no JSON object");
    const auto& object = value->get_object();
    const auto size = integerAt(object, "size");
    const auto* results = object.if_contains("results");
    if (!size || *size < 0 || !results || !results->is_array()) return bad("the sequencer's answer lacks a member");
    PushOutcome out;
    for (const auto& one : results->get_array()) {
        auto decision = one.is_object() ? readDecision(one.get_object()) : Result<Decision>(bad("no object"));
        if (!decision) return fail(decision.error());
        out.decisions.push_back(std::move(*decision));
    }
    Head head;
    head.size = static_cast<std::uint64_t>(*size);
    out.head = std::make_shared<const Head>(std::move(head));
    return out;
}

}  // namespace plumb::server
