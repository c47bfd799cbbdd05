#include "mobile/rectify/order_model.h"

#include <algorithm>

#include "mobile/rectify/act_writing.h"
#include "mobile/rectify/case_words.h"
#include "mobile/rectify/clause_standing.h"
#include "mobile/rectify/next_acts.h"
#include "mobile/ui/due_days.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/text_rule.h"
#include "mobile/ui/time_text.h"
#include "shared/checklist/evaluate/value_text.h"
#include "shared/store/working_calendar.h"

namespace plumb::mobile {

namespace {

constexpr int kUsualTerm = 15;  // working days, where the inspection named no day
// What its form keeps beside the order itself, each with the item's id behind it.
constexpr const char* kLeftOut = "leave/";
constexpr const char* kTerm = "term/";
constexpr const char* kTypedDay = "day/";  // what was typed and is no day
// What the last order said of its office stands in the next one.
constexpr const char* kOffice = "order_office";
constexpr const char* kContact = "order_contact";
constexpr const char* kRemedies = "order_remedies";

const checklist::StandardRef* standardOf(const CaseInfo& info, const QString& item) {
    const auto* known = info.document ? info.document->item(ss(item)) : nullptr;
    return known && !known->standards.empty() ? &known->standards.front() : nullptr;
}

json::object clauseOf(const checklist::StandardRef& standard, const QString& status) {
    json::object out{{"standard", standard.ref}};
    if (!standard.clause.empty()) out["clause"] = standard.clause;
    out["force"] = standard.force == checklist::Force::mandatory ? "mandatory" : "recommended";
    if (!status.isEmpty()) out["status"] = ss(status);
    return out;
}

}  // namespace

OrderModel::OrderModel(StoreThread& store, QObject* parent) : PinSigning(store, parent) {
    connect(&Settings::instance(), &Settings::languageChanged, this, [this] {
        if (!m_info) return;
        retellFindings();
        show();
    });
}

Result<OrderModel::Form> OrderModel::read(LocalStore& store, const QString& inspection) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    auto info = readCase(store, inspection);
    if (!info) return fail(info.error());
    const auto profile = (*tablet)->profile();
    if (!profile) return fail(profile.error());
    const auto gone = dropOvertaken(store, *info);
    if (!gone) return fail(gone.error());
    records::Act basis;
    basis.of = info->row.standing.id;
    auto kept = keptDraft(**tablet, basis);
    return Form{std::move(*info),
                store::workingCalendar(**tablet),
                qs(profile->personName),
                qs((*tablet)->setting(kOffice)),
                qs((*tablet)->setting(kContact)),
                qs((*tablet)->setting(kRemedies)),
                std::move(kept),
                gone->contains(actWord(records::ActKind::ordered))};
}

void OrderModel::begin(const QString& inspection) {
    forget();
    m_id = inspection;
    clearProblem();
    emit changed();
    store().ask(
        this, [inspection](LocalStore& local) { return read(local, inspection); },
        [this, inspection](Result<Form> form) {
            if (inspection != m_id) return;
            if (!form) return say(form.error());
            take(std::move(*form));
        });
}

void OrderModel::forget() {
    m_id.clear();
    m_info.reset();
    m_counted.clear();
    m_delivery.reset();
    m_restored = m_overtaken = m_unsaved = false;
    m_savedMs = 0;
    m_office.clear();
    m_contact.clear();
    m_remedies.clear();
    m_signer.clear();
    m_findings.set({});
    m_paper.forget();
    clearProblem();
    emit changed();
}

void OrderModel::take(Form form) {
    m_info = std::make_unique<CaseInfo>(std::move(form.info));
    m_calendar = std::move(form.calendar);
    m_signer = form.signer;
    m_office = form.office;
    m_contact = form.contact;
    m_remedies = form.remedies;
    m_overtaken = form.overtaken;
    std::vector<OrderFindingRow> rows;
    for (const auto& finding : m_info->row.findings) {
        if (finding.state == records::FindingState::found && finding.stated) rows.push_back(begunRow(finding));
    }
    if (form.kept) takeKept(*form.kept, rows);
    m_findings.set(std::move(rows));
    show();
    emit begun();
}

OrderFindingRow OrderModel::begunRow(const records::FindingRow& finding) {
    const QString language = Settings::instance().language();
    const auto* item = m_info->document ? m_info->document->item(finding.item) : nullptr;
    OrderFindingRow row;
    row.id = qs(finding.item);
    row.no = item ? qs(item->no) : row.id;
    row.title = item ? qs(item->text, language) : QString();
    row.severity = severityWord(finding.severity);
    row.facts = qs(finding.text);
    // A record speaks the checklist's first language.
    row.requirement = item ? qs(item->text, QStringLiteral("zh")) : QString();
    const auto stated = std::ranges::find(m_info->record.findings, row.id, &FindingInfo::item);
    if (stated != m_info->record.findings.end() && !stated->where.isEmpty() && !row.facts.contains(stated->where))
        row.facts += tr("（%1）").arg(stated->where);
    const auto due = stated == m_info->record.findings.end() ? std::nullopt : parseDay(ss(stated->due));
    if (due && *due >= dayOf(store().clock()())) {
        row.due = stated->due;
        row.source = tr("检查记录中的期限");
        m_counted[row.id] = domain::DayCount::calendar;
    } else {
        countTerm(row, kUsualTerm);
        m_counted[row.id] =
            m_calendar.deadline(dayOf(store().clock()()), kUsualTerm, domain::DayCount::working).counted;
    }
    return row;
}

void OrderModel::takeKept(const store::ActDraft& kept, std::vector<OrderFindingRow>& rows) {
    m_restored = true;
    m_savedMs = msOf(kept.row.updated);
    m_office = qs(kept.act.office);
    m_contact = qs(kept.act.contact);
    m_remedies = qs(kept.act.remedies);
    m_delivery = kept.act.delivery;
    const auto said = [&](const char* name, const OrderFindingRow& row) {
        const auto found = kept.form.find(name + ss(row.id));
        return found == kept.form.end() ? std::string() : found->second;
    };
    for (auto& row : rows) {
        const auto* entry = kept.entry(ss(row.id));
        if (!entry) continue;
        row.facts = qs(entry->text);
        row.requirement = qs(entry->requirement);
        row.status = qs(textOr(entry->clause, "status"));
        row.included = said(kLeftOut, row).empty();
        const QString due = entry->day ? qs(plumb::dayText(*entry->day)) : qs(said(kTypedDay, row));
        if (const int term = qs(said(kTerm, row)).toInt(); term > 0) {
            countTerm(row, term);  // from the day on which it is signed
        } else if (due != row.due) {
            row.term = 0;
            row.due = due;
            row.source = tr("选定的日期");
            m_counted[row.id] = domain::DayCount::calendar;
        }
        row.problem = dueProblem(row);
    }
}

records::Act OrderModel::written() const {
    auto out = act();
    out.office = ss(m_office);
    out.contact = ss(m_contact);
    out.remedies = ss(m_remedies);
    out.entries.clear();
    for (const auto& row : m_findings.rows()) {
        auto& entry = out.entries.emplace_back();
        entry.item = ss(row.id);
        entry.text = ss(row.facts);
        entry.requirement = ss(row.requirement);
        entry.day = parseDay(ss(row.due));
        if (!row.status.isEmpty()) entry.clause["status"] = ss(row.status);
    }
    return out;
}

std::map<std::string, std::string> OrderModel::form() const {
    std::map<std::string, std::string> out;
    for (const auto& row : m_findings.rows()) {
        const std::string item = ss(row.id);
        if (!row.included) out[kLeftOut + item] = "1";
        if (row.term > 0) out[kTerm + item] = std::to_string(row.term);
        if (!row.due.isEmpty() && !parseDay(ss(row.due))) out[kTypedDay + item] = ss(row.due);
    }
    return out;
}

void OrderModel::save() {
    if (!m_info) return;
    const auto most = static_cast<qsizetype>(checklist::kMaxAnswerBytes);
    const auto isBad = [&](const QString& text) { return !textProblem(text, most).isEmpty(); };
    m_unsaved = isBad(m_office) || isBad(m_contact) || isBad(m_remedies);
    for (const auto& row : m_findings.rows()) m_unsaved = m_unsaved || isBad(row.facts) || isBad(row.requirement);
    if (m_unsaved) return;  // the field says why
    // Each change goes on its way at once: whoever leaves the page, or locks the tablet, leaves nothing behind.
    store().ask(
        this, [order = written(), form = form()](LocalStore& local) { return keepOrder(local, order, form); },
        [this, id = m_id](Result<qint64> saved) {
            if (id != m_id) return;
            if (!saved) return say(saved.error());
            m_savedMs = *saved;
            emit changed();
        });
}

QString OrderModel::saved() const {
    return m_savedMs > 0 && !m_unsaved ? tr("已存 %1").arg(secondsText(m_savedMs)) : QString();
}

void OrderModel::discard() {
    if (busy() || !m_info) return;
    store().ask(
        this, [order = written()](LocalStore& local) { return dropOrder(local, order); },
        [this, id = m_id](Result<void> done) {
            if (id != m_id) return;
            if (!done) return say(done.error());
            begin(id);
        });
}

QStringList OrderModel::delivery() const {
    return m_delivery ? deliveryFields(*m_delivery) : QStringList();
}

QString OrderModel::dueProblem(const OrderFindingRow& row) const {
    const auto day = parseDay(ss(row.due));
    return !row.included                     ? QString()
           : !day                            ? tr("请选一个日期。")
           : *day < dayOf(store().clock()()) ? tr("期限不能早于今天。")
                                             : QString();
}

void OrderModel::countTerm(OrderFindingRow& row, int days) const {
    const Day today = dayOf(store().clock()());
    const auto deadline = m_calendar.deadline(today, days, domain::DayCount::working);
    row.term = days;
    row.due = qs(plumb::dayText(deadline.day));
    row.source = countedBy(m_calendar, today, deadline);
}

template <class Change>
void OrderModel::edit(const QString& item, Change change) {
    const auto* known = m_findings.find(item);
    if (!known) return;
    auto row = *known;
    change(row);
    row.problem = dueProblem(row);
    m_findings.update(row);
    save();
    show();
}

void OrderModel::include(const QString& item, bool included) {
    edit(item, [&](auto& row) { row.included = included; });
}
void OrderModel::setFacts(const QString& item, const QString& text) {
    edit(item, [&](auto& row) { row.facts = text; });
}
void OrderModel::setRequirement(const QString& item, const QString& text) {
    edit(item, [&](auto& row) { row.requirement = text; });
}
void OrderModel::setStatus(const QString& item, const QString& status) {
    edit(item, [&](auto& row) { row.status = status; });
}

void OrderModel::setTerm(const QString& item, int days) {
    m_counted[item] = m_calendar.deadline(dayOf(store().clock()()), days, domain::DayCount::working).counted;
    edit(item, [&](auto& row) { countTerm(row, days); });
}

void OrderModel::setDue(const QString& item, const QString& day) {
    m_counted[item] = domain::DayCount::calendar;
    edit(item, [&](auto& row) {
        row.term = 0;
        row.due = day;
        row.source = tr("选定的日期");
    });
}

void OrderModel::setOffice(const QString& text) {
    if (text == m_office) return;
    m_office = text;
    save();
    show();
}
void OrderModel::setContact(const QString& text) {
    if (text == m_contact) return;
    m_contact = text;
    save();
    show();
}
void OrderModel::setRemedies(const QString& text) {
    if (text == m_remedies) return;
    m_remedies = text;
    save();
    show();
}

void OrderModel::setDelivery(const QString& way, const QString& name, const QString& witness, const QString& reason,
                             const QString& tracking) {
    const auto said = deliveryFrom(way, name, witness, reason, tracking);
    // As the form begins, nothing was said yet.
    const bool begins = !m_delivery && said.way == records::DeliveryWay::inPerson && said.name.empty();
    const bool same = m_delivery && deliveryFields(*m_delivery) == deliveryFields(said);
    m_delivery = said;
    if (!begins && !same) save();
    show();
}

QString OrderModel::siteName() const {
    return m_info ? qs(m_info->record.site.name) : QString();
}

QString OrderModel::subtitle() const {
    return m_info ? tr("%1 检查 · 签名后内容不可更改").arg(mobile::dayText(m_info->record.signedMs)) : QString();
}

int OrderModel::count() const {
    return static_cast<int>(std::ranges::count_if(m_findings.rows(), &OrderFindingRow::included));
}

records::Act OrderModel::act() const {
    records::Act out;
    out.kind = records::ActKind::ordered;
    out.of = m_info->row.standing.id;
    out.hash = m_info->row.standing.newest;
    out.office = ss(m_office.trimmed());
    out.contact = ss(m_contact.trimmed());
    out.remedies = ss(m_remedies.trimmed());
    out.delivery = m_delivery;
    out.counted = domain::DayCount::working;
    for (const auto& row : m_findings.rows()) {
        if (!row.included) continue;
        auto& entry = out.entries.emplace_back();
        entry.item = ss(row.id);
        entry.text = ss(row.facts.trimmed());
        entry.requirement = ss(row.requirement.trimmed());
        entry.day = parseDay(ss(row.due));
        if (const auto* standard = standardOf(*m_info, row.id)) entry.clause = clauseOf(*standard, row.status);
        const auto counted = m_counted.find(row.id);
        if (counted == m_counted.end() || counted->second != domain::DayCount::working)
            out.counted = domain::DayCount::calendar;
    }
    return out;
}

QString OrderModel::lack() const {
    if (!m_info) return tr("正在读取…");
    if (count() == 0) return m_findings.rowCount() == 0 ? tr("没有待下达的问题。") : tr("请至少选一个问题。");
    const auto most = static_cast<qsizetype>(checklist::kMaxAnswerBytes);
    for (const auto& row : m_findings.rows()) {
        if (!row.included) continue;
        if (row.facts.trimmed().isEmpty()) return tr("第 %1 项：请写明事实。").arg(row.no);
        if (row.requirement.trimmed().isEmpty()) return tr("第 %1 项：请写明整改要求。").arg(row.no);
        if (!row.problem.isEmpty()) return tr("第 %1 项：%2").arg(row.no, row.problem);
        for (const auto& text : {row.facts, row.requirement})
            if (const QString problem = textProblem(text, most); !problem.isEmpty()) return problem;
    }
    if (m_office.trimmed().isEmpty()) return tr("请填写下达机关。");
    if (m_contact.trimmed().isEmpty()) return tr("请填写联系人和电话。");
    if (m_remedies.trimmed().isEmpty()) return tr("请写明救济途径。");
    if (const QString problem = deliveryLack(m_delivery); !problem.isEmpty()) return problem;
    const auto may = mayHappenNow(*m_info, act(), store().clock()());
    return may ? QString() : sentenceFor(may.error());
}

QString OrderModel::standing() const {
    QStringList out;
    for (const auto& row : m_findings.rows())
        if (row.included && !row.standing.isEmpty()) out.append(row.no);
    return out.join(tr("、"));
}

// The words of the form itself; what was typed stays as it is.
void OrderModel::retellFindings() {
    for (auto row : m_findings.rows()) {
        const auto* item = m_info->document ? m_info->document->item(ss(row.id)) : nullptr;
        const auto* finding = m_info->row.finding(ss(row.id));
        const auto stated = std::ranges::find(m_info->record.findings, row.id, &FindingInfo::item);
        if (item) row.title = qs(item->text, Settings::instance().language());
        if (finding) row.severity = severityWord(finding->severity);
        if (row.term > 0) {
            const Day today = dayOf(store().clock()());
            row.source = countedBy(m_calendar, today, m_calendar.deadline(today, row.term, domain::DayCount::working));
        } else {
            const bool asRecorded = stated != m_info->record.findings.end() && stated->due == row.due;
            row.source = asRecorded ? tr("检查记录中的期限") : tr("选定的日期");
        }
        row.problem = dueProblem(row);
        m_findings.update(row);
    }
}

void OrderModel::show() {
    for (const auto& row : m_findings.rows()) {
        const auto* standard = m_info ? standardOf(*m_info, row.id) : nullptr;
        auto shown = row;
        shown.clause = standard ? clauseText(clauseOf(*standard, row.status)) : QString();
        shown.standing = standard ? clauseStanding(standard->ref, dayOf(store().clock()())) : QString();
        m_findings.update(shown);
    }
    if (m_info) m_paper.show({*m_info, act(), QString(), QString(), m_signer, msOf(store().clock()().utc)});
    emit changed();
}

void OrderModel::sign(const QString& pin, const QByteArray& drawn) {
    if (busy() || !m_info) return;
    if (!lack().isEmpty()) return say([this] { return lack(); });
    began();
    auto signedAct = act();
    signedAct.place = whereabouts();
    store().ask(
        this,
        [act = std::move(signedAct), drawn, pin, office = ss(m_office.trimmed()), contact = ss(m_contact.trimmed()),
         remedies = ss(m_remedies.trimmed())](LocalStore& local) {
            auto id = signAct(local, act, drawn, pin);
            if (!id) return id;
            const auto tablet = local.opened();
            if (!tablet) return id;
            // A convenience for the next order: the record is signed whether these are kept or not.
            (void)(*tablet)->setSetting(kOffice, office);
            (void)(*tablet)->setSetting(kContact, contact);
            (void)(*tablet)->setSetting(kRemedies, remedies);
            return id;
        },
        [this](Result<QString> id) {
            if (!id) return failed(id.error());
            m_savedMs = 0;
            done();
            emit store().storeChanged();
            emit sealed(*id);
        });
}

}  // namespace plumb::mobile
