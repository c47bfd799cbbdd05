#include "mobile/papers/papers_model.h"

#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {
namespace {

QString nameOf(const std::string& paper) {
    if (paper == "inspection_record") return PapersModel::tr("现场检查记录");
    if (paper == "score_sheet") return PapersModel::tr("评分表");
    if (paper == "evidence_sheet") return PapersModel::tr("证据页");
    if (paper == "rectification_order") return PapersModel::tr("责令整改通知书");
    if (paper == "delivery_proof") return PapersModel::tr("送达回证");
    if (paper == "rectification_report") return PapersModel::tr("整改报告");
    if (paper == "recheck_opinion") return PapersModel::tr("复查意见书");
    if (paper == "archive_index") return PapersModel::tr("卷内目录");
    if (paper == "check_approval") return PapersModel::tr("行政检查审批表");
    if (paper == "check_notice") return PapersModel::tr("行政检查通知书");
    if (paper == "task_letter") return PapersModel::tr("检查任务单");
    if (paper == "draw_result") return PapersModel::tr("随机抽查抽取结果");
    if (paper == document::kVisitRating) return PapersModel::tr("企业评价告知单");
    if (paper == "publication_table") return PapersModel::tr("检查结果公示表");
    return qs(paper);
}

}  // namespace

PapersModel::PapersModel(StoreThread& store, std::shared_ptr<ShownPaper> shown, QObject* parent)
    : QObject(parent), m_store(store), m_shown(std::move(shown)) {
    m_room.setMaxThreadCount(1);
    connect(&Settings::instance(), &Settings::languageChanged, this, &PapersModel::changed);
    connect(this, &PapersModel::saved, this, [this](const QString& path) { emit told(tr("已保存：%1").arg(path)); });
    connect(this, &PapersModel::printed, this,
            [this](const QString& printer) { emit told(tr("已送到打印机 %1。").arg(printer)); });
    connect(this, &PapersModel::failed, this, &PapersModel::told);
    connect(&m_finder, &Printers::listed, this, [this](const QStringList& names) {
        m_printerNames = names;
        emit printersChanged();
    });
}

PapersModel::~PapersModel() {
    ++m_asked;
    m_room.waitForDone();
}

QStringList PapersModel::titles() const {
    QStringList out;
    if (m_papers.size() > 1) out.append(tr("全部（合订）"));
    for (const auto& paper : m_papers) out.append(nameOf(paper));
    return out;
}

QString PapersModel::title() const {
    return qs(m_paper.title);
}
QString PapersModel::unknown() const {
    return qs(m_paper.unknown);
}

QString PapersModel::measure() const {
    if (!m_paper.content) return {};
    return tr("%n 页 · %1", "", m_paper.pages).arg(bytesText(m_paper.content->size()));
}

void PapersModel::show(const QString& record) {
    begin(record, false);
}

void PapersModel::showDraft(const QString& draft) {
    begin(draft, true);
}

void PapersModel::begin(const QString& record, bool draft) {
    forget();
    m_record = record;
    m_draft = draft;
    m_english = Settings::instance().language() == QLatin1String("en");
    m_making = true;
    m_finder.look();
    emit changed();
    m_store.ask(
        this,
        [id = ss(record), draft](LocalStore& store) { return draft ? readDraftPapers(store) : readPapers(store, id); },
        [this, record](Result<PapersInfo> info) {
            if (record != m_record) return;
            m_making = false;
            if (!info) {
                m_problem = info.error();
                emit changed();
                return;
            }
            m_papers = std::move(info->papers);
            m_office = qs(info->office);
            make();
        });
}

void PapersModel::choose(int paper) {
    if (paper == m_chosen) return;
    m_chosen = paper;
    make();
}

void PapersModel::speak(bool english) {
    if (english == m_english) return;
    m_english = english;
    make();
}

void PapersModel::headBy(const QString& office) {
    if (office == m_office) return;
    m_office = office;
    make();
}

std::string PapersModel::record() const {
    return ss(m_record);
}

std::string PapersModel::chosenPaper() const {
    const bool bound = m_papers.size() > 1;
    if (m_papers.empty() || (bound && m_chosen == 0)) return {};
    return m_papers[static_cast<std::size_t>(bound ? m_chosen - 1 : 0)];
}

bool PapersModel::issuable() const {
    return !m_draft && !m_making && m_paper.content && m_paper.as != papers::PrintedPaper::As::issued &&
           !chosenPaper().empty() && chosenPaper() != document::kVisitRating;
}

void PapersModel::makeAgain() {
    if (!m_papers.empty()) make();
}

void PapersModel::make() {
    PaperAsk ask{ss(m_record), m_papers, m_english ? "en" : "zh", ss(m_office), m_draft};
    // The notice that carries the visit's code is handed over by itself; nothing is bound with it.
    if (const auto one = chosenPaper(); !one.empty())
        ask.papers = {one};
    else
        std::erase(ask.papers, document::kVisitRating);
    m_making = true;
    m_problem.clear();
    emit changed();
    m_store.ask(
        this, [office = ask.office](LocalStore& store) { return paperPlace(store, office); },
        [this, ask, asked = ++m_asked](Result<PaperPlace> place) {
            if (!place) return made(asked, fail(place.error()));
            m_room.start([this, ask, asked, place = std::move(*place)] {
                if (asked != m_asked) return;
                Result<MadePaper> paper = fail(ErrorKind::broken, "broken", "no paper was made");
                try {
                    paper = makePaper(place, ask);
                } catch (const std::exception& broken) {
                    paper = fail(ErrorKind::broken, "broken", broken.what());
                }
                QMetaObject::invokeMethod(
                    this, [this, asked, paper = std::move(paper)] { made(asked, paper); }, Qt::QueuedConnection);
            });
        });
}

void PapersModel::made(int asked, Result<MadePaper> paper) {
    if (asked != m_asked) return;
    m_making = false;
    if (!paper) m_problem = paper.error();
    take(paper ? std::move(*paper) : MadePaper{});
}

QString PapersModel::issued() const {
    using As = papers::PrintedPaper::As;
    if (m_paper.as == As::made) return {};
    const QString what = tr("编号 %1，%2 签发").arg(qs(m_paper.issuedNumber), dayText(msOf(m_paper.issuedAt.utc)));
    if (m_paper.as == As::issued) return tr("这就是签发的那一份（%1），带签名。").arg(what);
    if (m_paper.as == As::newer)
        return tr("签发过一份（%"
                  "1）。下面这份比它新：签发以后又有记录，或者单位、版式不同。它没有签名，不能代替签发的那份。")
            .arg(what);
    return tr("签发过一份（%1），文件不在本机，不知道与下面这份是否相同。").arg(what);
}

void PapersModel::take(MadePaper paper) {
    m_paper = std::move(paper);
    const int number = m_shown->show(m_paper.content);
    m_source = m_paper.content ? QStringLiteral("image://paper/%1").arg(number) : QString();
    emit changed();
}

void PapersModel::save(const QString& folder) {
    m_store.ask(
        this, [paper = m_paper, folder = ss(folder)](LocalStore&) { return savePaper(paper, folder); },
        [this](Result<std::string> path) {
            if (path)
                emit saved(qs(*path));
            else
                emit failed(sentenceFor(path.error()));
        });
}

void PapersModel::print(const QString& printer) {
    if (!m_paper.content || m_printing) return;
    m_printing = true;
    emit printersChanged();
    m_finder.print(m_paper.content, printer, title(), [this, printer](const QString& problem) {
        m_printing = false;
        emit printersChanged();
        if (problem.isEmpty())
            emit printed(printer);
        else
            emit failed(tr("没有打印出来：%1。可以先保存，再从别处打印。").arg(problem));
    });
}

void PapersModel::forget() {
    ++m_asked;
    m_record.clear();
    m_papers.clear();
    m_chosen = 0;
    m_making = false;
    m_problem.clear();
    take({});
}

}  // namespace plumb::mobile
