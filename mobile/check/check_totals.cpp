#include "mobile/check/check_totals.h"

#include "mobile/check/conduct.h"
#include "mobile/ui/visit_words.h"

#include <algorithm>

#include "mobile/ui/answer_text.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/text_rule.h"
#include "shared/store/draft_size.h"

namespace plumb::mobile {

using checklist::Missing;

namespace {

QString language() {
    return Settings::instance().language();
}

QString symbolOf(Missing::What what) {
    switch (what) {
        case Missing::What::photo:
            return QStringLiteral("photo");
        case Missing::What::note:
            return QStringLiteral("pen");
        case Missing::What::fact:
            return QStringLiteral("info");
        case Missing::What::answer:
        case Missing::What::verdict:
            return QStringLiteral("shape-unanswered");
        case Missing::What::invalid:
        case Missing::What::contradiction:
        case Missing::What::calibration:
            return QStringLiteral("warning");
    }
    return {};
}

}  // namespace

QString CheckTotals::earned() const {
    return pointsText(m_totals.earned);
}
QString CheckTotals::judged() const {
    return pointsText(m_totals.judged);
}
QString CheckTotals::points() const {
    return pointsText(m_totals.points);
}
QString CheckTotals::max() const {
    return pointsText(m_totals.max);
}
QString CheckTotals::grade() const {
    return qs(m_totals.gradeLabel, language());
}
QString CheckTotals::advice() const {
    return qs(m_totals.gradeAdvice, language());
}
QString CheckTotals::explanation() const {
    return qs(m_totals.explanation, language());
}

QString CheckTotals::gradeTone() const {
    const auto* grade = m_check.isOpen() ? m_check.list().grade(m_totals.grade) : nullptr;
    return grade ? qs(checklist::verdictName(grade->tone)) : QString();
}

void CheckTotals::show() {
    m_totals = m_check.session->totals();
    m_offered = m_check.session->findings();
    showMissing();
    showFindings();
    emit changed();
}

std::optional<store::SignedFinding> CheckTotals::findingOf(const std::string& item) const {
    const auto offered = std::ranges::find(m_offered, item, &checklist::Finding::item);
    if (offered == m_offered.end()) return std::nullopt;
    return signedOf(*offered);
}

store::SignedFinding CheckTotals::signedOf(const checklist::Finding& offered) const {
    const auto edited = m_check.opened->draft.findings.find(offered.item);
    if (edited != m_check.opened->draft.findings.end()) return edited->second;
    // What is shown before is what will be signed.
    return store::offeredFinding(offered);
}

// What was typed and cannot be kept.
void CheckTotals::addRefused(std::vector<MissingRow>& rows) const {
    for (const auto& refused : m_check.refusedNow) {
        const auto* item = m_check.list().item(refused.item);
        MissingRow row;
        row.id = QStringLiteral("refused/%1/").arg(static_cast<int>(refused.kind)) + qs(refused.key);
        row.item = qs(refused.item);
        row.question = refused.kind == Refusal::Kind::answer ? qs(refused.key) : QString();
        row.no = item ? qs(item->no) : QString();
        row.text = item ? qs(item->text, language()) : tr("现场情况，检查开始前要写明");
        row.sentence = tr("没有存上：%1").arg(refused.sentence());
        row.symbol = QStringLiteral("warning");
        rows.push_back(std::move(row));
    }
}

// All of it together where it is more than a record holds: the longest note is where to begin.
void CheckTotals::addTooLong(std::vector<MissingRow>& rows) const {
    const auto over = store::bytesTooMany(*m_check.session, m_check.opened->draft);
    if (over == 0) return;
    const auto answers = m_check.session->answersToSign();
    std::string longest;
    std::size_t bytes = 0;
    for (const auto& [item, note] : answers.notes) {
        if (note.size() <= bytes) continue;
        bytes = note.size();
        longest = item;
    }
    MissingRow row;
    row.id = QStringLiteral("size");
    row.item = longest.empty() ? m_check.item : qs(longest);
    const auto* item = m_check.list().item(longest);
    row.no = item ? qs(item->no) : QString();
    row.text = item ? tr("最长的情况说明：%1").arg(qs(item->text, language())) : QString();
    row.sentence =
        tr("文字太多，一条记录装不下：各处合起来请删去约 %1 个字。").arg(lettersText(static_cast<qsizetype>(over)));
    row.symbol = QStringLiteral("warning");
    rows.push_back(std::move(row));
}

void CheckTotals::showMissing() {
    std::vector<MissingRow> rows;
    addRefused(rows);
    addTooLong(rows);
    const auto lacks = m_check.session->missing();
    m_refused = static_cast<int>(std::ranges::count_if(m_check.refusedNow, [&](const Refusal& refused) {
        return refused.kind != Refusal::Kind::answer ||
               std::ranges::find(lacks, refused.key, &Missing::question) == lacks.end();
    }));
    for (const auto& lack : lacks) {
        const auto* item = m_check.list().item(lack.item);
        MissingRow row;
        row.id = qs(lack.item) + u'/' + qs(lack.question) + u'/' + qs(checklist::whatName(lack.what));
        row.item = qs(lack.item);
        row.question = lack.what == Missing::What::fact ? QString() : qs(lack.question);
        row.no = item ? qs(item->no) : QString();
        row.text = item                               ? qs(item->text, language())
                   : lack.what == Missing::What::fact ? tr("现场情况，检查开始前要写明")
                                                      : QString();
        row.sentence = qs(lack.sentence, language());
        row.symbol = symbolOf(lack.what);
        rows.push_back(std::move(row));
    }
    m_missing.set(std::move(rows));
}

void CheckTotals::showFindings() {
    std::vector<FindingRow> rows;
    for (const auto& offered : m_offered) {
        const auto* item = m_check.list().item(offered.item);
        const auto finding = signedOf(offered);
        rows.push_back({qs(offered.item), item ? qs(item->no) : QString(), qs(finding.text), qs(finding.severity),
                        qs(finding.where), qs(finding.due)});
    }
    m_findings.set(std::move(rows));
}

void CheckTotals::showConduct() {
    if (!m_check.isOpen() || !m_check.opened->draft.row.round.empty()) return m_conduct.set({});
    std::vector<store::SignedFinding> findings;
    for (const auto& offered : m_offered) findings.push_back(signedOf(offered));
    std::vector<MissingRow> rows;
    for (const auto& advice : conductOf(findings, m_check.opened->site, m_check.opened->draft.started, m_clock())) {
        MissingRow row;
        const auto* item = m_check.list().item(advice.item);
        row.id = QString::number(rows.size()) + u'/' + qs(advice.item);
        row.item = qs(advice.item);
        row.no = item ? qs(item->no) : QString();
        row.text = item ? qs(item->text, language()) : qs(m_check.opened->site.name);
        row.symbol = QStringLiteral("warning");
        switch (advice.kind) {
            case ConductAdvice::Kind::word:
                row.sentence = tr("“%1”是结论：%2").arg(qs(advice.word->word), qs(advice.word->say, language()));
                break;
            case ConductAdvice::Kind::blank:
                row.sentence = tr("这个问题没有写明事实");
                break;
            case ConductAdvice::Kind::codeBad:
                row.sentence =
                    tr("信用代码 %1 的校验位不对，请与营业执照核对名称和代码").arg(qs(m_check.opened->site.code));
                break;
            case ConductAdvice::Kind::codeNone:
                row.sentence = tr("对象没有公布信用代码，请与营业执照核对名称");
                break;
            case ConductAdvice::Kind::longAgo:
                row.sentence = tr("检查开始到现在超过一天，请确认起止时间");
                break;
            case ConductAdvice::Kind::hasty:
                row.sentence = tr("检查开始到现在不到 5 分钟，请确认起止时间");
                break;
            case ConductAdvice::Kind::ahead:
                row.sentence = tr("检查的开始时间晚于现在，请核对时钟");
                break;
        }
        rows.push_back(std::move(row));
    }
    const auto task = m_check.opened->task;
    if (task && *task != records::VisitFault::none && *task != records::VisitFault::waits) {
        MissingRow row;
        row.id = QStringLiteral("task");
        row.text = tr("检查任务");
        row.sentence = visitSentence(*task);
        row.symbol = QStringLiteral("warning");
        rows.push_back(std::move(row));
    }
    m_conduct.set(std::move(rows));
}

void CheckTotals::forget() {
    m_totals = {};
    m_refused = 0;
    m_offered.clear();
    m_missing.set({});
    m_findings.set({});
    m_conduct.set({});
    emit changed();
}

}  // namespace plumb::mobile
