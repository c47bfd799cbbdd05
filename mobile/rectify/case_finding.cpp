#include "mobile/rectify/case_finding.h"

#include <algorithm>

#include "mobile/position/place_line.h"
#include "mobile/rectify/case_words.h"
#include "mobile/rectify/next_acts.h"
#include "mobile/ui/answer_text.h"
#include "mobile/ui/due_days.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/picture/marks.h"
#include "shared/records/evidence/marks_over.h"

namespace plumb::mobile {

namespace {

using records::ActKind;

QString nameOf(checklist::Verdict verdict) {
    return qs(checklist::verdictName(verdict));
}

// "rectification.extension_requested" → "extension_requested".
QString shortName(ActKind kind) {
    const QString type = qs(records::typeOf(kind));
    return type.mid(type.indexOf(u'.') + 1);
}

bool isPicture(const record::FileRef& file) {
    return file.type.starts_with("image/");
}

bool isAway(const CaseInfo& info, const Sha256& file) {
    return std::ranges::find(info.away, file) != info.away.end();
}

// What the inspection says of one that was put right on the spot; null of others.
const FindingInfo* correctedIn(const CaseInfo& info, const QString& item) {
    const auto stated = std::ranges::find(info.record.findings, item, &FindingInfo::item);
    return stated == info.record.findings.end() || stated->done.isEmpty() ? nullptr : &*stated;
}

QString tail(const std::string& type) {
    if (type == "application/pdf") return QStringLiteral("PDF");
    if (type.find("wordprocessing") != std::string::npos) return QStringLiteral("DOCX");
    if (type.find("spreadsheet") != std::string::npos) return QStringLiteral("XLSX");
    return qs(type);
}

}  // namespace

void CaseFinding::clear() {
    for (QString* text :
         {&m_item,           &m_no,          &m_title,         &m_verdict,   &m_score,       &m_severity,   &m_clause,
          &m_facts,          &m_requirement, &m_state,         &m_stateTone, &m_due,         &m_dueDay,     &m_dueWord,
          &m_dueTone,        &m_lateReason,  &m_done,          &m_doneLabel, &m_asked,       &m_askedUntil, &m_answer,
          &m_answerTone,     &m_checkedDay,  &m_checkNote,     &m_selfDay,   &m_selfVerdict, &m_selfScore,  &m_selfNote,
          &m_selfDifference, &m_recheck,     &m_recheckVerdict})
        text->clear();
    m_late = false;
    m_may.clear();
    m_before.set({});
    m_after.set({});
    m_papers.set({});
    m_acts.set({});
    emit changed();
}

void CaseFinding::show(const Source& source) {
    const auto& [info, row, language, now] = source;
    m_item = qs(row.item);
    const auto known = info.items.find(row.item);
    const auto* item = info.document ? info.document->item(row.item) : nullptr;
    m_no = item ? qs(item->no) : m_item;
    m_title = item ? qs(item->text, language) : qs(row.text);
    m_verdict = known != info.items.end() ? nameOf(known->second.verdict) : QString();
    m_score = known != info.items.end()
                  ? tr("%1 / %2 分").arg(pointsText(known->second.points), pointsText(known->second.max))
                  : QString();
    m_checkNote = known != info.items.end() ? known->second.note : QString();
    m_checkedDay = mobile::dayText(info.record.signedMs);
    m_severity = severityWord(row.severity);
    const auto* order = row.order.empty() ? nullptr : info.act(row.order);
    const auto* entry = order ? order->entry(row.item) : nullptr;
    m_facts = entry ? qs(entry->text) : qs(row.text);
    m_requirement = qs(row.requirement);
    if (entry && !entry->clause.empty()) {
        m_clause = clauseText(entry->clause);
    } else if (item && !item->standards.empty()) {
        const auto& first = item->standards.front();
        m_clause = qs(first.ref) + (first.clause.empty() ? QString() : u' ' + qs(first.clause)) +
                   QStringLiteral(" · ") +
                   forceWord(first.force == checklist::Force::mandatory ? "mandatory" : "recommended");
    } else {
        m_clause.clear();
    }
    showState(source);
    showDone(source);
    showBeside(source);
    showFiles(source);
    showActs(source);
    emit changed();
}

void CaseFinding::showState(const Source& source) {
    const auto& row = source.row;
    m_state = stateWord(row);
    m_stateTone = mobile::stateTone(row);
    m_due = row.due ? dayWithWeekday(*row.due) : QString();
    m_dueDay = row.due ? qs(plumb::dayText(*row.due)) : QString();
    const bool runs = row.due && records::isWithEnterprise(row.state);
    const Day today = dayOf(source.now);
    m_dueWord = runs ? leftText(*row.due, today) : m_state;
    m_dueTone = runs ? leftTone(*row.due, today) : m_stateTone;
    m_late = row.due && *row.due < today;
    m_may.clear();
    for (const ActKind kind : nextActs(source.info, row, source.now)) m_may.append(shortName(kind));
}

void CaseFinding::showDone(const Source& source) {
    const auto& [info, row, language, now] = source;
    const qint64 nowMs = msOf(now.utc);
    const auto* report = info.newest({ActKind::reported, ActKind::objected}, row.item);
    const auto* said = report ? report->entry(row.item) : nullptr;
    m_done = said ? qs(said->text) : QString();
    m_lateReason = said ? qs(said->late) : QString();
    m_doneLabel = report && report->act.kind == ActKind::objected ? tr("陈述申辩") : tr("做了什么");
    if (const auto* stated = correctedIn(info, m_item)) {
        m_done = stated->done;
        m_doneLabel = tr("当场做了什么");
    }
    const auto* request = row.request.empty() ? nullptr : info.act(row.request);
    const auto* asked = request ? request->entry(row.item) : nullptr;
    m_asked = asked ? qs(asked->text) : QString();
    m_askedUntil = row.asked ? qs(plumb::dayText(*row.asked)) : QString();
    const auto* answer = info.newest({ActKind::extended, ActKind::extensionRefused, ActKind::rejected,
                                      ActKind::verified, ActKind::withdrawn, ActKind::handedOver, ActKind::ended},
                                     row.item);
    const auto* words = answer ? answer->entry(row.item) : nullptr;
    m_answer.clear();
    m_answerTone.clear();
    if (!answer) return;
    m_answer = tr("%1 %2：%3").arg(actWord(answer->act.kind), momentText(answer->atMs, nowMs), answer->who);
    if (!words->text.empty()) m_answer += u'\n' + qs(words->text);
    m_answerTone = answer->act.kind == ActKind::verified || answer->act.kind == ActKind::extended
                       ? QStringLiteral("pass")
                       : QStringLiteral("part");
}

void CaseFinding::showBeside(const Source& source) {
    const auto& [info, row, language, now] = source;
    const qint64 nowMs = msOf(now.utc);
    m_selfDay.clear();
    m_recheck.clear();
    m_recheckVerdict.clear();
    if (info.self && info.self->items.contains(row.item)) {
        const auto& item = info.self->items.at(row.item);
        m_selfDay = mobile::dayText(info.self->atMs);
        m_selfVerdict = nameOf(item.verdict);
        m_selfScore = tr("%1 / %2").arg(pointsText(item.points), pointsText(item.max));
        m_selfNote = item.note;
        const auto checked = info.items.find(row.item);
        const qint64 difference = checked == info.items.end() ? 0 : item.points - checked->second.points;
        m_selfDifference = difference == 0 ? tr("得分相同") : tr("相差 %1 分").arg(pointsText(std::abs(difference)));
    }
    if (info.recheck && info.recheck->items.contains(row.item)) {
        const auto& item = info.recheck->items.at(row.item);
        m_recheckVerdict = nameOf(item.verdict);
        m_recheck = tr("现场复查 %1").arg(momentText(info.recheck->atMs, nowMs));
        if (!item.note.isEmpty()) m_recheck += u'\n' + item.note;
    }
}

void CaseFinding::showFiles(const Source& source) {
    const auto& [info, row, language, now] = source;
    const qint64 nowMs = msOf(now.utc);
    std::vector<ShotRow> before, after;
    std::vector<PaperRow> papers;
    if (const auto item = info.items.find(row.item); item != info.items.end()) {
        for (const QString& hash : item->second.photos)
            before.push_back(
                {hash, QStringLiteral("image://sealed/") + hash,
                 momentText(info.record.signedMs, nowMs) + QStringLiteral(" · ") + info.record.team.value(0)});
    }
    if (const auto* report = info.newest({ActKind::reported, ActKind::objected}, row.item)) {
        for (const auto& file : report->files) {
            // What is on the server only is said above, and can be fetched.
            if (file.item != row.item || isAway(info, file.sha256)) continue;
            if (file.role == picture::kMarksRole || file.role == picture::kShownRole) continue;
            const auto* marks = records::marksOver(report->files, file);
            // Without its marks it would show what a mosaic hides.
            if (marks && isAway(info, marks->sha256)) continue;
            const QString hash = qs(file.sha256.hex()) + (marks ? u'+' + qs(marks->sha256.hex()) : QString());
            if (isPicture(file))
                after.push_back({hash, QStringLiteral("image://sealed/") + hash,
                                 momentText(report->atMs, nowMs) + QStringLiteral(" · ") + report->who});
            else
                papers.push_back({hash, tail(file.type), bytesText(file.size)});
        }
    }
    m_before.set(std::move(before));
    m_after.set(std::move(after));
    m_papers.set(std::move(papers));
}

void CaseFinding::showActs(const Source& source) {
    const auto& [info, row, language, now] = source;
    const qint64 nowMs = msOf(now.utc);
    std::vector<ActRow> acts;
    for (const auto& act : info.acts) {
        const auto* entry = act.entry(row.item);
        if (!entry) continue;
        ActRow line;
        line.id = act.id;
        line.title = actWord(act.act.kind);
        if (!act.number.isEmpty()) line.title += u' ' + act.number;
        QStringList said;
        if (act.act.kind == ActKind::ordered && entry->day)
            said.append(tr("期限 %1").arg(qs(plumb::dayText(*entry->day))));
        if (act.act.delivery) said.append(deliverySentence(*act.act.delivery));
        if (act.act.kind != ActKind::ordered && !entry->text.empty()) said.append(qs(entry->text));
        if (!entry->late.empty()) said.append(tr("逾期原因：%1").arg(qs(entry->late)));
        if (entry->day && (act.act.kind == ActKind::extensionRequested || act.act.kind == ActKind::extended))
            said.append(tr("延至 %1").arg(qs(plumb::dayText(*entry->day))));
        if (entry->day && act.act.kind == ActKind::rejected)
            said.append(tr("新期限 %1").arg(qs(plumb::dayText(*entry->day))));
        if (!act.act.to.empty()) said.append(tr("移送至 %1").arg(qs(act.act.to)));
        if (!act.act.inspection.empty()) said.append(tr("依据现场复查"));
        line.said = said.join(u'\n');
        line.who = (act.who.isEmpty() ? tr("其他设备") : act.who) + QStringLiteral(" · ") + momentText(act.atMs, nowMs);
        if (act.act.place) line.who += QStringLiteral(" · ") + placeLine(*act.act.place, info.record.site).text;
        if (!act.ignored.isEmpty()) {
            line.mark = tr("不合程序，不起作用");
            if (language == QLatin1String("en")) line.mark += QStringLiteral(": ") + act.ignored;
            line.tone = QStringLiteral("fail");
        } else if (act.own && act.state == store::RecordState::signedHere) {
            line.mark = tr("已签名，待传");
            line.tone = QStringLiteral("part");
        }
        acts.push_back(std::move(line));
    }
    m_acts.set(std::move(acts));
}

}  // namespace plumb::mobile
