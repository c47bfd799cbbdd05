#include "shared/records/review/remark.h"

#include <algorithm>

#include "shared/records/body_reader.h"
#include "shared/records/plain_text.h"

namespace plumb::records {
namespace {

// What a log took in before outcomes were signed states no items: any is taken there.
bool statesItem(const json::object& body, std::string_view item) {
    const auto* score = body.if_contains("score");
    const auto* items = score && score->is_object() ? score->get_object().if_contains("items") : nullptr;
    if (!items || !items->is_array()) return true;
    return std::any_of(items->get_array().begin(), items->get_array().end(), [&](const json::value& one) {
        return one.is_object() && textOr(one.get_object(), "id") == item;
    });
}

template <class Threads>
auto threadIn(Threads& threads, const Remark& said) {
    return std::find_if(threads.begin(), threads.end(),
                        [&](const Thread& one) { return one.id == said.answers && one.item == said.item; });
}

}  // namespace

Result<Remark> readRemark(const json::object& body) {
    BodyReader read(body);
    Remark out{read.recordId("of"), read.text("item"), {}, read.text("person")};
    if (body.contains("answers")) out.answers = read.recordId("answers");
    out.resolved = read.flagIf("resolved");
    if (out.resolved && out.answers.empty()) read.fault("resolved", "stands in an answer alone");
    out.text = out.resolved ? read.textIf("text") : read.text("text");
    checkPlainText(read, "text", out.text, kMostRemarkBytes);
    if (!out.resolved && isBlankText(out.text)) read.fault("text", "must not be blank");
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const Remark& said) {
    json::object out{{"of", said.of}, {"item", said.item}, {"person", said.person}};
    if (!said.text.empty()) out["text"] = said.text;
    if (!said.answers.empty()) out["answers"] = said.answers;
    if (said.resolved) out["resolved"] = true;
    return out;
}

bool foldRemark(std::vector<Thread>& threads, std::string_view id, const Remark& said) {
    if (said.answers.empty()) {
        threads.push_back({std::string(id), said.item, said.person, said.person, 1, false});
        return true;
    }
    const auto thread = threadIn(threads, said);
    if (thread == threads.end()) return false;
    thread->last = said.person;
    thread->resolved = said.resolved;
    ++thread->remarks;
    return true;
}

Result<void> mayRemark(const Discussed& about, const Remark& said) {
    if (about.standing.assessment)
        return fail(ErrorKind::notFound, "of_unknown",
                    "a self-assessment has no threads: its enterprise does not read what staff write to each other");
    if (said.answers.empty()) {
        if (about.standing.status == InspectionStatus::accepted)
            return fail(ErrorKind::refused, "thread_over",
                        "this record was accepted; nothing is asked about it any more");
        if (statesItem(about.newest, said.item)) return {};
        return fail(ErrorKind::notFound, "item_unknown",
                    "the record's newest version has no item " + said.item.substr(0, 80));
    }
    const auto thread = threadIn(about.threads, said);
    if (thread == about.threads.end())
        return fail(ErrorKind::notFound, "thread_unknown",
                    "no thread " + said.answers.substr(0, 40) + " is at item " + said.item.substr(0, 80) +
                        " of this record; send the remark that began it first");
    if (!said.resolved) return {};
    if (thread->resolved) return fail(ErrorKind::refused, "thread_resolved", "this thread was resolved already");
    const auto isVisitor = [&](const std::string& person) {
        return std::find(about.visitors.begin(), about.visitors.end(), person) != about.visitors.end();
    };
    if (isVisitor(said.person) && !isVisitor(thread->begun))
        return fail(ErrorKind::refused, "thread_not_yours",
                    "whoever made the visit answers what was asked about it; who asked, or another reviewer, resolves "
                    "it");
    return {};
}

}  // namespace plumb::records
