#include "mobile/record/record_card.h"

#include <QCoreApplication>

#include "mobile/ui/answer_text.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/records/inspection/test_mode.h"

namespace plumb::mobile {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Lists)
  public:
    static QString stateOf(const RecordInfo& record) {
        if (record.state == store::RecordState::refused) return tr("服务器没有收下");
        if (records::isTest(record.status)) return tr("试用，不作数");
        if (record.status == records::InspectionStatus::accepted) return tr("已接受");
        if (record.status == records::InspectionStatus::returned) return tr("退回补正");
        if (record.status == records::InspectionStatus::incomplete) return tr("等第二名检查员签字");
        if (record.waitsForSecond) return tr("等第二名审核员");
        switch (record.state) {
            case store::RecordState::signedHere:
                return tr("待传");
            case store::RecordState::sent:
                return tr("已送达");
            case store::RecordState::proved:
                return tr("已入日志");
            case store::RecordState::refused:
                return tr("服务器没有收下");
            case store::RecordState::pulled:
                return tr("已入日志");
        }
        return {};
    }
    static QString threads(int count) { return tr("问答 %n 处未解决", nullptr, count); }
    static QString assessment() { return tr("自评 · "); }
    static QString score(const RecordInfo& record, const QString& language) {
        const QString grade = qs(record.grade, language);
        return grade.isEmpty() ? tr("%1 / %2 分").arg(pointsText(record.points), pointsText(record.max))
                               : tr("%1 分 · %2").arg(pointsText(record.points), grade);
    }
};

}  // namespace

CardRow cardOf(const RecordInfo& record, const QString& language, qint64 nowMs) {
    CardRow row;
    row.id = record.id;
    row.kind = QStringLiteral("record");
    row.title = record.siteName;
    row.subtitle = (record.assessment ? Words::assessment() : QString()) + qs(record.title, language) +
                   QStringLiteral(" · ") + Words::score(record, language);
    row.leftText = momentText(record.atMs, nowMs);
    if (record.threads > 0) row.leftText += QStringLiteral(" · ") + Words::threads(record.threads);
    row.rightText = Words::stateOf(record);
    if (record.state == store::RecordState::refused)
        row.rightTone = QStringLiteral("fail");
    else if (record.status == records::InspectionStatus::returned ||
             record.status == records::InspectionStatus::incomplete || records::isTest(record.status) ||
             record.waitsForSecond)
        row.rightTone = QStringLiteral("part");
    else if (record.status == records::InspectionStatus::accepted || record.state == store::RecordState::proved)
        row.rightTone = QStringLiteral("pass");
    else if (record.state == store::RecordState::signedHere)
        row.rightTone = QStringLiteral("part");
    if (record.tone != checklist::Verdict::unanswered) row.edge = qs(checklist::verdictName(record.tone));
    return row;
}

}  // namespace plumb::mobile
