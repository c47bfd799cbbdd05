#include "mobile/tasks/task_info.h"

#include <map>
#include <set>

#include "mobile/people/unlocking.h"
#include "mobile/ui/text.h"
#include "shared/records/planning/persons.h"
#include "shared/store/checks.h"
#include "shared/store/reference.h"
#include "shared/store/tasks.h"

namespace plumb::mobile {

namespace {

constexpr std::size_t kListed = 12;
constexpr std::size_t kChoices = 6;

QString nameOf(const domain::TrustBook& book, const std::string& person) {
    const auto* member = records::memberOf(book, person);
    return qs(member ? member->personName : person);
}

checklist::LocalText titleOf(const store::PublishedChecklist& list) {
    return {list.titleZh, list.titleEn};
}

class Reader {
  public:
    Reader(LocalStore& store, const store::TabletStore& tablet, const domain::TrustBook& book, std::string me)
        : m_store(store), m_tablet(tablet), m_book(book), m_me(std::move(me)) {
        for (const auto& row : m_tablet.drafts()) {
            const auto draft = store::loadDraft(m_tablet, row.id);
            if (draft && !draft->task.empty()) m_drafts[draft->task] = qs(row.id);
        }
    }

    TaskInfo tell(store::ListedTask task) {
        TaskInfo out;
        for (const auto& person : task.row.says.team) out.team.push_back(nameOf(m_book, person));
        out.me = qs(m_me);
        const auto* author = m_book.member(task.row.kid);
        out.author = author ? qs(author->personName) : QString();
        if (const auto draft = m_drafts.find(task.row.id); draft != m_drafts.end()) out.draft = draft->second;
        lists(task, out);
        if (const auto newest = m_tablet.recordByHash(task.row.hash)) out.letter = qs(newest->id);
        const auto check = task.row.says.check.empty() ? std::nullopt : store::checkAt(m_tablet, task.row.says.check);
        if (check && check->decided && check->decided->says.approved) out.approval = qs(check->decided->id);
        out.task = std::move(task);
        return out;
    }

  private:
    void lists(const store::ListedTask& task, TaskInfo& out) {
        const auto all = m_store.derived().checklists(m_tablet.vault());
        const auto site = m_store.derived().site(task.row.site);
        const std::string kind(records::taskKindName(task.row.says.kind));
        out.withdrawn = qs(store::withdrawnWord(all, task.row.says.checklist));
        std::set<std::string> seen;
        for (const auto& list : all) {
            if (!task.row.says.checklist.empty()) {
                if (list.id != task.row.says.checklist) continue;
                out.checklist = titleOf(list);
                return;
            }
            if (!site || list.test || !list.withdrawn.empty()) continue;
            // Of a checklist the newest alone: where that does not fit, nothing begins on the ones before.
            if (!seen.insert(list.id).second || !list.here) continue;
            if (store::fitOf(list, *site, kind) == store::Fit::other) continue;
            if (out.choices.size() < kChoices) out.choices.emplace_back(qs(list.id), titleOf(list));
        }
    }

    LocalStore& m_store;
    const store::TabletStore& m_tablet;
    const domain::TrustBook& m_book;
    std::string m_me;
    std::map<std::string, QString> m_drafts;  // by task
};

// Calls `read` with a reader over what is open.
template <class Value, class Read>
Result<Value> reading(LocalStore& store, Read read) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto who = (*tablet)->profile();
    if (!who) return fail(who.error());
    const auto book = (*tablet)->trust();
    if (!book) return fail(book.error());
    Reader reader(store, **tablet, *book, who->personId);
    return read(reader, who->personId);
}

}  // namespace

Result<TaskList> readOwnTasks(LocalStore& store) {
    return reading<TaskList>(store, [&](Reader& reader, const std::string& me) -> Result<TaskList> {
        TaskList out;
        auto page = store.derived().tasks({true, me, {}}, 0, kListed);
        for (auto& task : page.rows) out.tasks.push_back(reader.tell(std::move(task)));
        out.more = page.total - page.rows.size();
        return out;
    });
}

Result<TaskInfo> readTask(LocalStore& store, const std::string& id) {
    return reading<TaskInfo>(store, [&](Reader& reader, const std::string&) -> Result<TaskInfo> {
        auto task = store.derived().task(id);
        if (!task) return fail(ErrorKind::notFound, "task_unknown", "no task " + id + " is on this device");
        return reader.tell(std::move(*task));
    });
}

Result<void> answerTask(LocalStore& store, const AnswerOrder& order) {
    const auto tablet = openedToSign(store, order.pin);
    if (!tablet) return fail(tablet.error());
    const auto line = store::answerTask(**tablet, ss(order.task), order.accepted, ss(order.reason));
    if (!line) return fail(line.error());
    return {};
}

}  // namespace plumb::mobile
