#include "mobile/rectify/needs.h"

#include <QCoreApplication>

#include "mobile/rectify/case_info.h"
#include "mobile/rectify/case_words.h"
#include "mobile/ui/due_days.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {

constexpr std::size_t kOfAKind = 6;
constexpr std::size_t kOwn = 12;  // of an enterprise, of one site: all that it has to do, as a rule
constexpr auto kSoon = std::chrono::days(7);
constexpr auto kNews = std::chrono::days(7);  // so long an answer is told as one

using Kind = Need::Kind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Rectify)
  public:
    static QString title(Kind kind, const QString& about) {
        switch (kind) {
            case Kind::rejected:
                return tr("整改被退回：%1").arg(about);
            case Kind::overdue:
                return tr("整改逾期：%1").arg(about);
            case Kind::dueSoon:
                return tr("整改要到期：%1").arg(about);
            case Kind::open:
                return tr("待整改：%1").arg(about);
            case Kind::received:
                return tr("整改通知待签收：%1").arg(about);
            case Kind::answered:
                return tr("延期已答复：%1").arg(about);
            case Kind::asked:
                return tr("申请延期：%1").arg(about);
            case Kind::objected:
                return tr("陈述申辩：%1").arg(about);
            case Kind::reported:
                return tr("待复查：%1").arg(about);
        }
        return about;
    }
    static QString action(Kind kind, bool enterprise) {
        switch (kind) {
            case Kind::rejected:
            case Kind::dueSoon:
            case Kind::open:
            case Kind::answered:
                return tr("去整改");
            case Kind::overdue:
                return enterprise ? tr("去整改") : tr("查看");
            case Kind::received:
                return tr("去签收");
            case Kind::asked:
            case Kind::objected:
                return tr("去答复");
            case Kind::reported:
                return tr("去复查");
        }
        return {};
    }
    static QString returned(const QString& title) { return tr("自评退回补正：%1").arg(title); }
    static QString amend() { return tr("去补正"); }
    static QString granted(const QString& until) { return tr("同意延至 %1").arg(until); }
    static QString refused(const QString& day) { return tr("没有同意，仍为 %1").arg(day); }
    static QString asked(const QString& until) { return tr("希望延至 %1").arg(until); }
};

Kind kindOf(const records::FindingRow& finding, Day today) {
    using records::FindingState;
    if (records::isOverdue(finding, today)) return Kind::overdue;
    if (finding.state == FindingState::rejected) return Kind::rejected;
    if (finding.state == FindingState::ordered) return Kind::received;
    return finding.due && *finding.due < today + kSoon ? Kind::dueSoon : Kind::open;
}

class Reader {
  public:
    Reader(LocalStore& store, Day today) : m_store(store), m_today(today) {}

    void enterprise(Needs& out) {
        store::FindingFilter filter;
        filter.column = records::FindingColumn::withEnterprise;
        const auto page = m_store.derived().findings(filter, 0, kOwn);
        for (const auto& row : page.rows) {
            const auto kind = kindOf(row.finding, m_today);
            const bool news = (kind == Kind::open || kind == Kind::dueSoon) && wasAnswered(row.finding);
            add(out, news ? Kind::answered : kind, row);
        }
        out.toDo = page.total;
        out.more += page.total - page.rows.size();
    }

    void returned(Needs& out, const std::string& kid) {
        store::AssessmentFilter filter;
        filter.submitted = true;
        const auto& derived = m_store.derived();
        for (const auto& row : derived.assessments(filter, 0, kOwn).rows) {
            if (row.submitted->status != records::InspectionStatus::returned || row.submitted->kid != kid) continue;
            const auto round = derived.round(row.round);
            if (!round || round->round.closed) continue;
            ReturnedAssessment one{qs(row.submitted->id), round->round.title, {}};
            for (const auto& folded : derived.inspections({row.submitted->id})) one.comment = qs(folded.comment);
            out.returned.push_back(std::move(one));
        }
    }

    void office(Needs& out) {
        store::FindingFilter asked;
        asked.asked = true;
        take(out, asked, [](const auto&) { return Kind::asked; });
        store::FindingFilter reported;
        reported.column = records::FindingColumn::reported;
        take(out, reported, [](const auto& row) {
            return row.finding.state == records::FindingState::objected ? Kind::objected : Kind::reported;
        });
        store::FindingFilter overdue;
        overdue.overdueOn = m_today;
        take(out, overdue, [](const auto&) { return Kind::overdue; });
        store::FindingFilter soon;
        soon.column = records::FindingColumn::withEnterprise;
        soon.own = true;
        soon.dueBefore = m_today + kSoon;
        take(out, soon, [](const auto&) { return Kind::dueSoon; });
    }

  private:
    // Whether what changed it last is the office's answer to a request for more time, and not long ago.
    [[nodiscard]] bool wasAnswered(const records::FindingRow& finding) const {
        const auto line = finding.by ? (*m_store.opened())->recordByHash(*finding.by) : std::nullopt;
        if (!line) return false;
        const bool answer = line->type == records::typeOf(records::ActKind::extended) ||
                            line->type == records::typeOf(records::ActKind::extensionRefused);
        return answer && std::chrono::floor<std::chrono::days>(line->at) + kNews > m_today;
    }
    template <class KindOf>
    void take(Needs& out, const store::FindingFilter& filter, KindOf kindOfRow) {
        const auto page = m_store.derived().findings(filter, 0, kOfAKind);
        out.more += page.total - page.rows.size();
        for (const auto& row : page.rows) add(out, kindOfRow(row), row);
    }

    // A finding stands once, for what is most urgent about it.
    void add(Needs& out, Kind kind, const store::ListedFinding& row) {
        for (const auto& known : out.first)
            if (known.finding.inspection == row.inspection && known.finding.finding.item == row.finding.item) return;
        const auto document = m_store.published().document(row.checklist.sha256);
        const auto* item = document ? (*document)->item(row.finding.item) : nullptr;
        out.first.push_back({kind, row, item ? qs(item->no) : qs(row.finding.item)});
    }

    LocalStore& m_store;
    Day m_today;
};

}  // namespace

Result<Needs> readNeeds(LocalStore& store) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto side = sideOf(**tablet);
    if (!side) return fail(side.error());
    Needs out;
    out.enterprise = side->enterprise && !side->officer;
    Reader read(store, dayOf((*tablet)->now()));
    if (side->officer) read.office(out);
    if (side->enterprise) {
        read.enterprise(out);
        read.returned(out, side->kid);
    }
    return out;
}

int urgencyOf(Need::Kind kind) {
    switch (kind) {
        case Kind::overdue:
            return 0;
        case Kind::rejected:
            return 1;
        case Kind::received:
            return 2;
        case Kind::dueSoon:
            return 3;
        case Kind::answered:
            return 4;
        case Kind::asked:
        case Kind::objected:
        case Kind::reported:
            return 5;
        case Kind::open:
            return 6;
    }
    return 6;
}

CardRow cardOf(const ReturnedAssessment& returned, const QString& language) {
    CardRow row;
    row.id = QStringLiteral("record:") + returned.record;
    row.kind = QStringLiteral("record");
    row.title = Words::returned(qs(returned.title, language));
    row.subtitle = returned.comment;
    row.rightText = Words::amend();
    row.edge = QStringLiteral("part");
    return row;
}

CardRow cardOf(const Need& need, bool enterprise, Day today) {
    const auto& finding = need.finding.finding;
    CardRow row;
    row.id = QStringLiteral("finding:") + qs(need.finding.inspection) + u'/' + qs(finding.item);
    row.kind = QStringLiteral("finding");
    row.title = Words::title(need.kind, enterprise ? need.no : qs(need.finding.siteName));
    row.subtitle = enterprise ? qs(finding.text) : need.no + QStringLiteral("  ") + qs(finding.text);
    if (need.kind == Kind::asked && finding.asked)
        row.leftText = Words::asked(qs(dayText(*finding.asked)));
    else if (need.kind == Kind::answered && finding.due)
        row.leftText =
            finding.extended ? Words::granted(qs(dayText(*finding.due))) : Words::refused(qs(dayText(*finding.due)));
    else if (finding.due && records::isWithEnterprise(finding.state))
        row.leftText = leftText(*finding.due, today);
    else
        row.leftText = stateWord(finding);
    row.rightText = Words::action(need.kind, enterprise);
    const bool urgent = need.kind == Kind::overdue;
    const bool calm = need.kind == Kind::reported || need.kind == Kind::open;
    row.edge = urgent ? QStringLiteral("fail") : calm ? QString() : QStringLiteral("part");
    return row;
}

}  // namespace plumb::mobile
