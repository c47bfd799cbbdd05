#include "mobile/rectify/report_model.h"

#include <QUrl>
#include <algorithm>

#include "mobile/rectify/next_acts.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/text_rule.h"
#include "mobile/ui/time_text.h"
#include "shared/checklist/evaluate/value_text.h"

namespace plumb::mobile {

namespace {

constexpr int kRetryMs = 3000;  // a write that failed is tried again by itself

// As a person types a path, or as a file sheet gives it.
QString placeOf(const QString& path) {
    const QString place = path.trimmed();
    return place.startsWith(QLatin1String("file://")) ? QUrl(place).toLocalFile() : place;
}

// False where the draft has it already, also as one that was added before photos could be marked.
bool addTo(ReportDraft& draft, ReportFile file) {
    const Sha256 hash = file.photo ? file.photo->sha256 : file.document->sha256;
    const auto is = [&](const auto& known) { return known.sha256 == hash; };
    if (std::ranges::any_of(draft.photos, is) || std::ranges::any_of(draft.files, is)) return false;
    if (file.photo) draft.photos.push_back(std::move(*file.photo));
    if (file.document) draft.files.push_back(std::move(*file.document));
    return true;
}

}  // namespace

ReportModel::ReportModel(StoreThread& store, CaseModel& rectification, QObject* parent)
    : PinSigning(store, parent),
      m_case(rectification),
      m_photo(store, {m_draft, rectification, [this] { save(); }}, this) {
    m_retry.setSingleShot(true);
    m_retry.setInterval(kRetryMs);
    connect(&m_retry, &QTimer::timeout, this, &ReportModel::save);
    connect(&Settings::instance(), &Settings::languageChanged, this, &ReportModel::show);
    connect(&rectification, &CaseModel::picked, this, &ReportModel::follow);
    connect(&rectification, &CaseModel::changed, this, [this] {
        // What may be reported on changed: the case was read again.
        if (mayWrite() != open() || m_item != m_case.finding()->property("item").toString()) follow();
        emit changed();
    });
}

bool ReportModel::mayWrite() const {
    const auto* finding = m_case.openFinding();
    if (!finding || !m_case.finding()->property("may").toStringList().contains(QLatin1String("reported"))) return false;
    return records::isWithEnterprise(finding->state) || m_again == qs(finding->item);
}

void ReportModel::again() {
    const auto* finding = m_case.openFinding();
    m_again = finding ? qs(finding->item) : QString();
    follow();
}

void ReportModel::follow() {
    const auto* finding = m_case.openFinding();
    const QString of = m_case.id(), item = finding && mayWrite() ? qs(finding->item) : QString(),
                  order = finding ? qs(finding->order) : QString();
    if (of == m_of && item == m_item && (open() || item.isEmpty())) return;
    m_of = of;
    m_item = item;
    m_draft.reset();
    m_done.clear();
    m_late.clear();
    m_unsaved = false;
    m_savedMs = 0;
    m_saveProblem.clear();
    m_fileProblem.clear();
    clearProblem();
    show();
    if (item.isEmpty()) return;
    store().ask(
        this, [of, order, item](LocalStore& local) { return loadReport(local, of, order, item); },
        [this, of, item](Result<ReportDraft> draft) {
            if (of != m_of || item != m_item || open()) return;
            if (draft) return take(*draft);
            m_saveProblem = draft.error();
            emit changed();
        });
}

void ReportModel::take(const ReportDraft& draft) {
    m_draft = draft;
    m_done = draft.done;
    m_late = draft.late;
    m_savedMs = draft.savedMs;
    show();
}

void ReportModel::show() {
    std::vector<ShotRow> photos;
    std::vector<PaperRow> papers;
    if (m_draft) {
        for (const auto& photo : m_draft->photos) {
            const QString hash = qs(photo.sha256.hex());
            QString caption = clockText(msOf(photo.added.utc));
            if (!photo.caption.empty()) caption += QStringLiteral(" · ") + qs(photo.caption);
            photos.push_back({hash, QStringLiteral("image://sealed/") + hash,
                              caption + QStringLiteral(" · ") + bytesText(photo.size)});
        }
        for (const auto& file : m_draft->files) {
            const QString hash = qs(file.sha256.hex());
            if (file.type.starts_with("image/"))
                photos.push_back({hash, QStringLiteral("image://sealed/") + hash,
                                  qs(file.name) + QStringLiteral(" · ") + bytesText(file.size)});
            else
                papers.push_back({hash, qs(file.name), bytesText(file.size)});
        }
    }
    m_photos.set(std::move(photos));
    m_papers.set(std::move(papers));
    emit changed();
}

QString ReportModel::saved() const {
    if (m_writing > 0) return tr("正在保存…");
    return m_savedMs && !m_unsaved ? tr("已存 %1").arg(secondsText(m_savedMs)) : QString();
}

void ReportModel::setDone(const QString& text) {
    if (!m_draft || text == m_done) return;
    m_done = text;
    save();
}

void ReportModel::setLate(const QString& text) {
    if (!m_draft || text == m_late) return;
    m_late = text;
    save();
}

void ReportModel::save() {
    if (!m_draft) return;
    const auto most = static_cast<qsizetype>(checklist::kMaxAnswerBytes);
    m_unsaved = !textProblem(m_done, most).isEmpty() || !textProblem(m_late, most).isEmpty();
    emit changed();
    if (m_unsaved) return;  // the field says why
    // Each change goes on its way at once: whoever leaves the page, or locks the tablet, leaves nothing behind.
    auto draft = *m_draft;
    draft.done = m_done;
    draft.late = m_late;
    ++m_writing;
    store().ask(
        this, [draft](LocalStore& local) { return saveReport(local, draft); },
        [this, of = m_of, item = m_item](Result<ReportDraft> kept) {
            --m_writing;
            if (of != m_of || item != m_item || !m_draft) return emit changed();
            if (kept) {
                m_saveProblem.clear();
                m_draft->id = kept->id;
                m_savedMs = kept->savedMs;
            } else {
                m_saveProblem = kept.error();
                m_unsaved = true;
                m_retry.start();
            }
            emit changed();
        });
}

void ReportModel::addPhoto(const QString& path) {
    add(path, true);
}
void ReportModel::addPaper(const QString& path) {
    add(path, false);
}

void ReportModel::add(const QString& path, bool picture) {
    if (!m_draft) return;
    m_fileProblem.clear();
    ++m_taking;
    emit changed();
    // Of the moment at which it was chosen: it may stand behind others that are large.
    const store::PhotoMoment moment{record::PhotoOrigin::Way::import, whereabouts(), store().clock()()};
    store().askPrepared(
        this,
        [place = placeOf(path), picture] { return readPicked(place, picture ? Wanted::picture : Wanted::anything); },
        [item = m_item, moment](LocalStore& local, const PickedFile& file) {
            return addReportFile(local, item, file, moment);
        },
        [this, left = *m_draft](Result<ReportFile> file) {
            --m_taking;
            if (left.of != m_of || left.item != m_item || !m_draft) {
                if (file) keepFor(left, std::move(*file));
                return;
            }
            if (file && addTo(*m_draft, std::move(*file))) {
                show();
                return save();
            }
            m_fileProblem = file ? Sentence([] { return tr("这个文件已经在这里了。"); }) : Sentence(file.error());
            emit changed();
        });
}

void ReportModel::keepFor(const ReportDraft& left, ReportFile file) {
    store().ask(
        this,
        [left, file = std::move(file)](LocalStore& local) -> Result<ReportDraft> {
            auto kept = loadReport(local, left.of, left.order, left.item);
            if (!kept || !addTo(*kept, file)) return kept;
            return saveReport(local, *kept);
        },
        [this, of = left.of, item = left.item](Result<ReportDraft> kept) {
            // Whoever came back meanwhile sees it.
            if (!kept || of != m_of || item != m_item || !m_draft) return;
            for (const auto& photo : kept->photos) (void)addTo(*m_draft, {photo, {}});
            for (const auto& document : kept->files) (void)addTo(*m_draft, {{}, document});
            show();
        });
}

bool ReportModel::holdsPhoto(const QString& hash) const {
    return m_draft &&
           std::ranges::any_of(m_draft->photos, [&](const auto& photo) { return qs(photo.sha256.hex()) == hash; });
}

QString ReportModel::shotOwner() const {
    if (!m_draft) return {};
    return QStringList{QString::fromLatin1(kShots), m_draft->of, m_draft->order, m_draft->item}.join(u'\n');
}

void ReportModel::takeShot(const TakenPhoto& shot, std::function<void(Result<QString>)> then) {
    const auto parts = shot.owner.split(u'\n');
    const ReportDraft of{parts.value(1), parts.value(2), parts.value(3), {}, {}, {}, {}, {}, 0};
    ++m_taking;
    emit changed();
    store().ask(
        this, [of, shot](LocalStore& local) { return sealReportShot(local, of, shot); },
        [this, of, then = std::move(then)](Result<store::Photo> photo) {
            --m_taking;
            // One whose finding was left meanwhile is named by its draft all the same.
            if (photo && of.of == m_of && of.item == m_item && m_draft && addTo(*m_draft, {*photo, {}})) {
                show();
                save();
            }
            emit changed();
            if (photo)
                then(qs(photo->sha256.hex()));
            else
                then(fail(photo.error()));
        });
}

void ReportModel::remove(const QString& hash) {
    if (!m_draft) return;
    const auto is = [&](const auto& file) { return qs(file.sha256.hex()) == hash; };
    std::erase_if(m_draft->photos, is);
    std::erase_if(m_draft->files, is);
    show();
    save();
}

QStringList ReportModel::lacks() const {
    QStringList out;
    if (!m_draft) return out;
    const auto* finding = m_case.openFinding();
    if (m_done.trimmed().isEmpty()) out.append(tr("做了什么"));
    if (m_photos.rowCount() + m_papers.rowCount() == 0) out.append(tr("整改后的照片或文件"));
    const bool late = finding && finding->due && *finding->due < dayOf(m_case.now());
    if (late && m_late.trimmed().isEmpty()) out.append(tr("逾期原因"));
    const auto most = static_cast<qsizetype>(checklist::kMaxAnswerBytes);
    if (!textProblem(m_done, most).isEmpty() || !textProblem(m_late, most).isEmpty())
        out.append(tr("改好红框里的内容"));
    return out;
}

void ReportModel::sign(const QString& pin) {
    const auto* finding = m_case.openFinding();
    if (busy() || !m_draft || !finding) return;
    if (!lack().isEmpty()) return say([this] { return lack().isEmpty() ? QString() : tr("还差：%1").arg(lack()); });
    if (m_writing > 0 || m_unsaved || m_taking > 0) return say([] { return tr("还在保存，请稍等再签。"); });
    auto act = actAbout(*m_case.info(), records::ActKind::reported, *finding);
    auto& entry = act.entries.front();
    entry.text = ss(m_done.trimmed());
    entry.late = ss(m_late.trimmed());
    entry.day = dayOf(m_case.now());
    act.place = whereabouts();
    if (const auto may = mayHappenNow(*m_case.info(), act, m_case.now()); !may) return say(may.error());
    began();
    store().ask(
        this, [act, draft = *m_draft, pin](LocalStore& local) { return signReport(local, act, draft, pin); },
        [this](Result<QString> id) {
            if (!id) return failed(id.error());
            m_draft.reset();
            m_item.clear();
            m_again.clear();
            show();
            done();
            emit store().storeChanged();
            emit sealed(*id);
        });
}

}  // namespace plumb::mobile
