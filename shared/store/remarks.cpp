#include "shared/store/remarks.h"

#include <algorithm>

#include "shared/records/inspection/test_mode.h"
#include "shared/records/review/reviewers.h"
#include "shared/store/folded_rows.h"
#include "shared/store/inspection_history.h"

namespace plumb::store {
namespace {

bool isAmong(const std::vector<std::string>& persons, const std::string& person) {
    return !person.empty() && std::find(persons.begin(), persons.end(), person) != persons.end();
}

ThreadWait awaitedOf(const std::string& person, const StoredThread& thread, const Discussion& in) {
    const bool theirs = isAmong(in.visitors, thread.thread.last);
    if (isAmong(in.visitors, person)) return theirs ? ThreadWait::nobody : ThreadWait::visitor;
    if (!theirs) return ThreadWait::nobody;
    const bool hers = isAmong(in.visitors, thread.thread.begun) ||
                      std::any_of(thread.said.begin(), thread.said.end(),
                                  [&](std::size_t at) { return in.remarks[at].says.person == person; });
    return hers ? ThreadWait::reviewer : ThreadWait::nobody;
}

void take(Discussion& out, const RecordRow& row, const record::Payload& payload) {
    const auto said = records::readRemark(payload.body);
    if (!said) return;
    std::vector<records::Thread> threads;
    for (const auto& one : out.threads) threads.push_back(one.thread);
    if (!records::foldRemark(threads, payload.id, *said)) return;
    out.remarks.push_back({payload.id, payload.at, row.own, row.state, *said});
    out.threads.resize(threads.size());
    for (std::size_t i = 0; i < threads.size(); ++i) {
        auto& one = out.threads[i];
        if (one.thread == threads[i]) continue;
        one.thread = std::move(threads[i]);
        one.last = out.remarks.size() - 1;
        one.said.push_back(one.last);
    }
}

}  // namespace

Discussion discussionOf(const TabletStore& store, const std::string& inspection) {
    Discussion out;
    for (const auto& line : store.linesOf(inspection)) {
        if (!counts(line.row) || line.row.type != records::kRemarkAdded) continue;
        if (const auto payload = store.payload(line)) take(out, line.row, *payload);
    }
    std::string region;
    if (const auto history = historyOf(store, inspection); history && counts(history->rows.front())) {
        out.visitors = visitorsOf(store, *history);
        region = history->rows.front().region;
    }
    if (out.threads.empty()) return out;
    const auto who = store.profile();
    const auto book = store.trust();
    const std::string person = who ? who->personId : std::string();
    const bool reviews = who && book && records::mayReview(*book, person, region, {});
    for (auto& one : out.threads) {
        one.awaits = awaitedOf(person, one, out);
        one.waits = one.awaits == ThreadWait::visitor || (reviews && one.awaits == ThreadWait::reviewer);
    }
    return out;
}

Result<record::Line> signRemark(TabletStore& store, records::Remark said) {
    const auto who = store.profile();
    if (!who) return fail(who.error());
    said.person = who->personId;
    const auto history = historyOf(store, said.of);
    if (!history) return fail(history.error());
    if (auto may = records::mayFollow(history->history.status); !may) return fail(may.error());
    const auto& newest = history->newestLine();
    NewRecord record;
    record.type = records::kRemarkAdded;
    record.site = newest.payload.site;
    record.region = newest.payload.region;
    record.body = records::toBody(said);
    // The rule of its body, before the sentence of what it is held against.
    if (const auto good = records::readRemark(record.body); !good) return fail(good.error());
    const auto discussion = discussionOf(store, said.of);
    std::vector<records::Thread> threads;
    for (const auto& one : discussion.threads) threads.push_back(one.thread);
    const records::Discussed about{history->history.standing, newest.payload.body, threads, discussion.visitors};
    if (const auto may = records::mayRemark(about, said); !may) return fail(may.error());
    return store.append(record);
}

}  // namespace plumb::store
