#include "mobile/check/check_conduct.h"

#include <QUrl>
#include <algorithm>

#include "mobile/check/drafts.h"
#include "mobile/media/media_fault.h"
#include "mobile/position/place_line.h"
#include "mobile/ui/document_kind.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

namespace {

bool isRecording(const std::string& type) {
    return type.starts_with("audio/") || type.starts_with("video/");
}

}  // namespace

CheckConduct::CheckConduct(StoreThread& store, OpenCheck& check, CheckSaving& saving, CheckNotice& notice,
                           QObject* parent)
    : QObject(parent), m_store(store), m_check(check), m_saving(saving), m_notice(notice) {}

bool CheckConduct::shown() const {
    return m_check.isOpen() && m_check.opened->draft.credential && m_check.opened->draft.credential->at;
}

QString CheckConduct::shownWords() const {
    if (!shown()) return {};
    const auto& said = *m_check.opened->draft.credential;
    const qint64 at = msOf(said.at->utc);
    const QString when =
        dayText(at) == dayText(msOf(m_store.clock()().utc)) ? clockText(at) : dayText(at) + u' ' + clockText(at);
    if (!said.place) return when;
    return when + tr(" · ") + placeLine(*said.place, m_check.opened->site).text;
}

bool CheckConduct::recorded() const {
    if (!m_check.isOpen()) return false;
    return std::ranges::any_of(m_check.opened->draft.refusal, [](const auto& file) { return isRecording(file.type); });
}

void CheckConduct::setShown(bool now) {
    if (!asked() || now == shown()) return;
    auto& kept = m_check.opened->draft.credential;
    const std::string before = shown() ? formatInstant(*kept->at) : std::string();
    if (now) {
        const auto at = m_store.clock()();
        records::CredentialShown said{at, {}, {}};
        if (const auto where = m_check.whereabouts()) said.place = domain::asOf(*where, at);
        kept = std::move(said);
    } else {
        kept.reset();
    }
    m_check.session->noteCredential(before, kept ? formatInstant(*kept->at) : std::string());
    m_saving.save();
    emit changed();
}

QString CheckConduct::published() const {
    return asked() ? qs(m_check.opened->site.name) : QString();
}
QString CheckConduct::licence() const {
    return asked() && m_check.opened->draft.inspected ? qs(m_check.opened->draft.inspected->name) : QString();
}
QString CheckConduct::nameReason() const {
    return asked() && m_check.opened->draft.inspected ? qs(m_check.opened->draft.inspected->reason) : QString();
}

void CheckConduct::sayLicence(const QString& name, const QString& reason) {
    if (!asked()) return;
    auto& kept = m_check.opened->draft.inspected;
    std::optional<records::InspectedName> said;
    if (!name.trimmed().isEmpty()) said = records::InspectedName{ss(name.trimmed()), {}, ss(reason.trimmed())};
    if (kept == said) return;
    kept = std::move(said);
    m_saving.save();
    show();
}

void CheckConduct::addRefusalFile(const QString& path) {
    if (!asked()) return;
    const QString place =
        path.trimmed().startsWith(QLatin1String("file://")) ? QUrl(path.trimmed()).toLocalFile() : path.trimmed();
    m_store.askPrepared(
        this, [place] { return readRefusalFile(place); },
        [draft = m_check.draft](LocalStore& store, const PickedFile& file) {
            return mobile::addRefusalFile(store, draft, file);
        },
        [this, draft = m_check.draft, sealing = m_saving.sealing()](Result<store::AttachedFile> file) {
            if (draft != m_check.draft || !m_check.isOpen()) return;
            if (!file) return m_notice.tell(file.error());
            auto& files = m_check.opened->draft.refusal;
            if (std::ranges::any_of(files, [&](const auto& one) { return one.sha256 == file->sha256; }))
                return m_notice.tell([] { return tr("这个文件已经附上了。"); });
            files.push_back(std::move(*file));
            show();
        });
}

void CheckConduct::takeSound(const SoundKept& sound) {
    if (!asked() || sound.draft != m_check.draft || sound.place != kRefusalPlace) return;
    const store::AttachedFile file{
        sound.file.sha256, sound.file.size, sound.file.type, {}, ss(tr("录音 %1").arg(lengthText(sound.length)))};
    m_store.ask(
        this, [draft = sound.draft, file](LocalStore& store) { return nameRefusalFile(store, draft, file); },
        [this, sound, file, sealing = m_saving.sealing()](Result<void> named) {
            // Its pieces stay: it comes back when the draft is opened the next time.
            if (!named) return m_notice.tell(named.error());
            emit soundNamed(sound.id);
            if (sound.draft != m_check.draft || !m_check.isOpen()) return;
            auto& files = m_check.opened->draft.refusal;
            const auto same = [&](const auto& one) { return one.sha256 == file.sha256; };
            if (std::ranges::none_of(files, same)) files.push_back(file);
            show();
            if (!sound.recovered) return;
            m_notice.tell(
                [length = sound.length] { return tr("上次没录完的拒签录音取回来了：%1。").arg(lengthText(length)); });
        });
}

void CheckConduct::removeRefusalFile(const QString& hash) {
    if (!asked()) return;
    const auto& files = m_check.opened->draft.refusal;
    const auto found = std::ranges::find(files, ss(hash), [](const auto& one) { return one.sha256.hex(); });
    if (found == files.end()) return;
    m_store.ask(
        this,
        [draft = m_check.draft, file = *found](LocalStore& store) {
            return saveDraft(store, draft, {store::refusalGone(file)});
        },
        [this, draft = m_check.draft, hash](Result<void> gone) {
            if (draft != m_check.draft || !m_check.isOpen()) return;
            if (!gone) return m_notice.tell(gone.error());
            std::erase_if(m_check.opened->draft.refusal, [&](const auto& one) { return one.sha256.hex() == ss(hash); });
            show();
        });
}

void CheckConduct::show() {
    std::vector<RefusalFileRow> rows;
    if (m_check.isOpen()) {
        for (const auto& file : m_check.opened->draft.refusal) {
            const bool sound = file.type.starts_with("audio/"), film = file.type.starts_with("video/");
            const QString kind = sound                             ? tr("录音")
                                 : film                            ? tr("录像")
                                 : file.type.starts_with("image/") ? tr("照片")
                                                                   : documentKind(file.type);
            rows.push_back({qs(file.sha256.hex()), qs(file.name), kind + tr(" · ") + bytesText(file.size),
                            sound  ? QStringLiteral("sound")
                            : film ? QStringLiteral("film")
                                   : QStringLiteral("clip")});
        }
    }
    m_files.set(std::move(rows));
    m_nameRuns.set(nameDiffers() ? nameRunsOf(published(), licence()) : std::vector<NameRunRow>());
    emit changed();
}

}  // namespace plumb::mobile
