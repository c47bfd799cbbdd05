#include "mobile/assess/assess_words.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QRegularExpression>

#include "mobile/ui/answer_text.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

namespace {

// A section that was begun and then left alone for so many days is said to have stopped.
constexpr qint64 kStoppedDays = 3;
constexpr qint64 kDayMs = 24LL * 60 * 60 * 1000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Assess)
};

QString tenthsText(int tenths) {
    return tenths % 10 == 0 ? QString::number(tenths / 10) : QStringLiteral("%1.%2").arg(tenths / 10).arg(tenths % 10);
}

// Of a Chinese name the last sign tells people of one family apart; of others the first letter.
QString initialOf(const QString& name) {
    if (name.isEmpty()) return {};
    const QChar last = name.back();
    return last.unicode() >= 0x4E00 && last.unicode() <= 0x9FFF ? QString(last) : name.left(1).toUpper();
}

void sayState(AssessSectionRow& row, const AssessSection& section, bool current, qint64 nowMs) {
    const qint64 idle = section.touchedMs > 0 ? (nowMs - section.touchedMs) / kDayMs : 0;
    if (section.conflicts > 0) {
        row.progressWord = Words::tr("%n 项填得不同", nullptr, section.conflicts);
        row.tone = QStringLiteral("part");
        row.symbol = QStringLiteral("shape-part");
    } else if (section.answered == section.total && section.missing == 0) {
        row.progressWord = Words::tr("填完");
        row.tone = QStringLiteral("pass");
        row.symbol = QStringLiteral("shape-pass");
    } else if (section.answered == section.total) {
        row.progressWord = Words::tr("缺 %n 处", nullptr, section.missing);
        row.tone = QStringLiteral("part");
        row.symbol = QStringLiteral("shape-part");
    } else if (section.answered == 0) {
        row.progressWord = Words::tr("未开始");
        row.symbol = QStringLiteral("shape-unanswered");
    } else if (idle >= kStoppedDays && !current) {
        row.progressWord = Words::tr("停了 %n 天", nullptr, static_cast<int>(idle));
        row.tone = QStringLiteral("part");
        row.symbol = QStringLiteral("shape-part");
    } else {
        row.progressWord = Words::tr("正在填");
        row.tone = QStringLiteral("accent");
        row.symbol = QStringLiteral("pen");
    }
}

}  // namespace

QString headline(const QString& text) {
    constexpr qsizetype kShort = 12;  // signs that are shown whole, whatever stands in them
    if (text.size() <= kShort) return text;
    static const QRegularExpression aside(QStringLiteral("\\s*(（[^）]*）|\\([^)]*\\))"));
    static const QRegularExpression marks(QStringLiteral("[，。；：,;:]|\\.\\s"));
    const QString plain = QString(text).remove(aside);
    const auto at = plain.indexOf(marks, 4);
    return at < 0 ? plain : plain.left(at);
}

QString shortDay(Day day) {
    return qs(plumb::dayText(day)).mid(5);
}

QString closesText(Day closes, const QString& language) {
    const auto date = QDate::fromString(qs(plumb::dayText(closes)), Qt::ISODate);
    const QString weekday = QLocale(language).dayName(date.dayOfWeek(), QLocale::LongFormat);
    return Words::tr("%1 %2 24:00 截止").arg(shortDay(closes), weekday);
}

QString daysLeftText(const PlanLine& line) {
    const int left = line.daysLeft();
    if (left < 0) return Words::tr("已过期 %n 天", nullptr, -left);
    if (left == 0) return Words::tr("今天截止");
    return Words::tr("剩 %n 天", nullptr, left);
}

QString daysLeftTone(const PlanLine& line) {
    constexpr int kSoon = 3;
    const int left = line.daysLeft();
    return left <= 0 ? QStringLiteral("fail") : left <= kSoon ? QStringLiteral("part") : QString();
}

QString paceText(const PlanLine& line) {
    if (!line.byDay.empty() && line.byDay.back() >= line.total) return Words::tr("全部填完");
    const int ahead = line.aheadTenths();
    if (ahead == 0) return Words::tr("与计划一致");
    return (ahead > 0 ? Words::tr("比计划快 %1 项") : Words::tr("比计划慢 %1 项")).arg(tenthsText(std::abs(ahead)));
}

QString paceTone(const PlanLine& line) {
    return line.aheadTenths() >= 0 ? QStringLiteral("pass") : QStringLiteral("part");
}

QString forecastText(const PlanLine& line) {
    const auto day = line.doneAtThisPace();
    return day ? Words::tr("照此速度 %1 填完").arg(shortDay(*day)) : QString();
}

QString filesText(int have, int needed) {
    return needed > 0 ? Words::tr("附件 %1 / %2").arg(have).arg(needed) : QString();
}

QString lackText(const AssessInfo& info) {
    const int items = info.total - info.answered;
    const int rest = info.missing - items - info.filesLacking;
    QStringList parts;
    if (items > 0) parts.append(Words::tr("%n 项", nullptr, items));
    if (info.filesLacking > 0) parts.append(Words::tr("%n 份附件", nullptr, info.filesLacking));
    if (parts.isEmpty() && info.missing > 0)
        parts.append(Words::tr("%n 处", nullptr, info.missing));
    else if (rest > 0 && items == 0)
        parts.append(Words::tr("%n 处说明", nullptr, rest));
    if (!info.conflicts.empty())
        parts.append(Words::tr("%n 项要选定", nullptr, static_cast<int>(info.conflicts.size())));
    if (parts.isEmpty()) return Words::tr("都填全了，可以提交");
    return Words::tr("还差 %1才能提交").arg(parts.join(Words::tr("、")));
}

AssessSectionRow rowOf(const AssessSection& section, const AssessInfo& info, qint64 nowMs, const QString& language) {
    AssessSectionRow row;
    row.id = section.id;
    row.title = qs(section.title, language);
    row.count = Words::tr("%1 / %2").arg(section.answered).arg(section.total);
    row.progress = section.total > 0 ? static_cast<qreal>(section.answered) / section.total : 0;
    row.next = section.next;
    row.current = info.stage == AssessStage::filling && !info.next.isEmpty() && section.next == info.next;
    sayState(row, section, row.current, nowMs);
    row.forMe = section.forMe;
    QStringList fill = section.people;
    if (!section.assigned.isEmpty()) {
        row.who = section.assignedName;
        row.initial = initialOf(section.assignedName);
        fill.removeAll(section.assignedName);
        if (!fill.isEmpty()) row.whoNote = Words::tr("%1填过").arg(fill.join(Words::tr("、")));
    } else if (!fill.isEmpty()) {
        row.who = fill.size() > 1 ? Words::tr("%1 等").arg(fill.front()) : fill.front();
        row.initial = initialOf(fill.front());
    }
    row.filesTone = section.filesLacking > 0  ? QStringLiteral("part")
                    : section.filesNeeded > 0 ? QStringLiteral("pass")
                                              : QString();
    row.files = section.filesNeeded > 0 ? Words::tr("%1 / %2").arg(section.filesHave).arg(section.filesNeeded)
                : section.documents > 0 ? Words::tr("%n 份文件", nullptr, section.documents)
                                        : Words::tr("不需要");
    if (section.filesLacking > 0) row.files = Words::tr("%1 缺 %2").arg(row.files).arg(section.filesLacking);
    if (section.filesNeeded > 0 && section.documents > 0)
        row.files = Words::tr("%1 另 %n 份", nullptr, section.documents).arg(row.files);
    row.points = section.answered > 0 ? pointsText(section.points) : QStringLiteral("—");
    row.max = pointsText(section.max);
    row.last = section.last ? pointsText(*section.last) : QString();
    return row;
}

AssessPersonRow rowOf(const AssessPerson& person, const AssessSection& section, const AssessInfo& info,
                      const QString& language) {
    AssessPersonRow row;
    row.id = person.id;
    row.name = person.me ? Words::tr("%1（本人）").arg(person.name) : person.name;
    row.initial = initialOf(person.name);
    row.chosen = section.assigned == person.id;
    QStringList others;
    for (const auto& other : info.sections)
        if (other.assigned == person.id && other.id != section.id) others.append(headline(qs(other.title, language)));
    if (!others.isEmpty()) row.note = Words::tr("已派：%1").arg(others.join(Words::tr("、")));
    return row;
}

QString assignedText(const AssessSection& section, qint64 nowMs) {
    if (section.assigned.isEmpty()) return {};
    return Words::tr("%1 %2 派给 %3")
        .arg(section.assignedBy, momentText(section.assignedMs, nowMs), section.assignedName);
}

AssessWorstRow rowOf(const AssessWorst& worst, const QString& language) {
    using checklist::Verdict;
    AssessWorstRow row;
    row.id = worst.item;
    row.no = worst.no;
    row.text = headline(qs(worst.text, language));
    row.lost = Words::tr("扣 %1").arg(pointsText(worst.lost));
    row.thenTone = worst.then == Verdict::part ? QStringLiteral("part") : QStringLiteral("fail");
    row.nowTone = worst.now == Verdict::unanswered ? QString() : qs(checklist::verdictName(worst.now));
    switch (worst.now) {
        case Verdict::unanswered:
            row.now = Words::tr("未填");
            break;
        case Verdict::pass:
            row.now = Words::tr("已填，符合");
            break;
        case Verdict::part:
            row.now = Words::tr("已填，部分符合");
            break;
        case Verdict::fail:
            row.now = Words::tr("已填，不符合");
            break;
        case Verdict::notApplicable:
        case Verdict::notRelevant:
            row.now = Words::tr("不适用");
            break;
    }
    return row;
}

namespace {

// As people read it, an answer a line.
QString linesOf(const AssessAnswers& answers, const QString& language) {
    QStringList out;
    for (const auto& [question, answer] : answers.said) {
        const QString label = qs(question, language), said = qs(answer, language);
        out.append(label.isEmpty() ? said : Words::tr("%1：%2").arg(label, said));
    }
    if (!answers.na.isEmpty()) out.append(Words::tr("不适用：%1").arg(answers.na));
    if (!answers.note.isEmpty()) out.append(Words::tr("情况说明：%1").arg(answers.note));
    if (answers.files > 0) out.append(Words::tr("附件 %n 份", nullptr, answers.files));
    return out.isEmpty() ? Words::tr("（空）") : out.join(u'\n');
}

}  // namespace

AssessConflictRow rowOf(const AssessConflict& conflict, qint64 nowMs, const QString& language) {
    AssessConflictRow row;
    row.id = conflict.item;
    row.no = conflict.no;
    row.text = qs(conflict.text, language);
    row.mine = linesOf(conflict.mine, language);
    row.theirs = linesOf(conflict.theirs, language);
    row.theirHead = Words::tr("%1 · %2").arg(conflict.who, momentText(conflict.theirsMs, nowMs));
    return row;
}

}  // namespace plumb::mobile
