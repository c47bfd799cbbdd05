#include "mobile/check/check_evidence.h"

#include <QUrl>
#include <algorithm>
#include <utility>

#include "mobile/check/drafts.h"
#include "mobile/media/media_fault.h"
#include "mobile/ui/document_kind.h"
#include "mobile/ui/text.h"
#include "mobile/ui/text_rule.h"
#include "shared/checklist/evaluate/value_text.h"

namespace plumb::mobile {

namespace {

// As a person types a path, or as a file sheet gives it.
QString placeOf(const QString& path) {
    const QString place = path.trimmed();
    return place.startsWith(QLatin1String("file://")) ? QUrl(place).toLocalFile() : place;
}

QStringList wordsOf(const std::string& value) {
    return qs(value).split(u' ', Qt::SkipEmptyParts);
}

}  // namespace

CheckEvidence::CheckEvidence(StoreThread& store, OpenCheck& check, CheckView& view, CheckSaving& saving,
                             CheckEditor& editor, CheckNotice& notice, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_check(check),
      m_view(view),
      m_saving(saving),
      m_editor(editor),
      m_notice(notice) {
    connect(&m_saving, &CheckSaving::changed, this, &CheckEvidence::settleSounds);
}

void CheckEvidence::addPhoto(const QString& path) {
    if (!m_check.isOpen()) return;
    m_notice.say({});
    // Of the moment at which it was chosen: it may stand behind others that are large.
    const store::PhotoMoment moment{record::PhotoOrigin::Way::import, m_check.whereabouts(), m_store.clock()()};
    m_store.askPrepared(
        this, [place = placeOf(path)] { return readPicked(place, Wanted::picture); },
        [item = m_check.item, moment](LocalStore& store, const PickedFile& file) {
            return sealPickedPhoto(store, item, file, moment);
        },
        [this, draft = m_check.draft, sealing = m_saving.sealing()](Result<store::Photo> photo) {
            if (draft != m_check.draft || !m_check.isOpen()) return;
            if (!photo) return m_notice.tell(photo.error());
            take(*photo);
            tellOfTwin(*photo);
        });
}

void CheckEvidence::addDocument(const QString& path) {
    if (!m_check.isOpen()) return;
    m_notice.say({});
    m_store.askPrepared(
        this, [place = placeOf(path)] { return readDocument(place); },
        [draft = m_check.draft, item = m_check.item](LocalStore& store, const PickedFile& file) {
            return mobile::addDocument(store, draft, item, file);
        },
        [this, draft = m_check.draft, path, sealing = m_saving.sealing()](Result<store::AttachedFile> document) {
            if (draft != m_check.draft || !m_check.isOpen()) return;
            if (!document && document.error().code == "a_photo") return addPhoto(path);
            if (!document) return m_notice.tell(document.error());
            if (documentOf(qs(document->sha256.hex())))
                return m_notice.tell([] { return tr("这个文件已经在这一项里了。"); });
            m_check.opened->draft.documents.push_back(std::move(*document));
            m_view.showItem();
            emit photoAdded();
        });
}

void CheckEvidence::remove(const QString& hash) {
    const auto* document = documentOf(hash);
    if (!document) return removePhoto(hash);
    m_store.ask(
        this,
        [draft = m_check.draft, document = *document](LocalStore& store) {
            return removeDocument(store, draft, document);
        },
        [this, draft = m_check.draft, document = *document](Result<void> gone) {
            if (draft != m_check.draft || !m_check.isOpen()) return;
            if (!gone) return m_notice.tell(gone.error());
            std::erase_if(m_check.opened->draft.documents,
                          [&](const auto& one) { return one.sha256 == document.sha256 && one.item == document.item; });
            m_view.showItem();
        });
}

const store::AttachedFile* CheckEvidence::documentOf(const QString& hash) const {
    if (!m_check.isOpen()) return nullptr;
    for (const auto& document : m_check.opened->draft.documents)
        if (qs(document.item) == m_check.item && qs(document.sha256.hex()) == hash) return &document;
    return nullptr;
}

QString CheckEvidence::kindOf(const QString& hash) const {
    const auto* document = documentOf(hash);
    return document ? documentKind(document->type) : QString();
}

QString CheckEvidence::nameOf(const QString& hash) const {
    const auto* document = documentOf(hash);
    return document ? documentWords(*document) : QString();
}

void CheckEvidence::take(const store::Photo& photo) {
    auto& photos = m_check.opened->draft.photos;
    for (const auto& known : photos)
        if (store::samePhoto(known, photo)) return m_notice.tell([] { return tr("这张照片已经在这一项里了。"); });
    const auto before = m_check.photosOf(photo.item);
    photos.push_back(photo);
    m_check.photosSeen.push_back(photo);
    photosChanged(photo.item, before);
    emit photoAdded();
}

void CheckEvidence::takeShot(const TakenPhoto& shot, std::function<void(Result<QString>)> then) {
    const auto parts = shot.owner.split(u'\n');
    const QString draft = parts.front(), item = parts.size() > 1 ? parts[1] : QString();
    m_store.ask(
        this, [draft, item, shot](LocalStore& store) { return sealShot(store, draft, item, shot); },
        [this, draft, then = std::move(then), sealing = m_saving.sealing()](Result<store::Photo> photo) {
            if (!photo) return then(fail(photo.error()));
            // One whose draft was closed meanwhile is named there all the same.
            if (draft == m_check.draft && m_check.isOpen()) {
                take(*photo);
                tellOfTwin(*photo);
            }
            then(qs(photo->sha256.hex()));
        });
}

void CheckEvidence::takeSound(const SoundKept& sound) {
    if (!m_check.isOpen() || sound.draft != m_check.draft) return;
    if (sound.place.startsWith(QLatin1String("question:"))) {
        const QString question = sound.place.mid(9);
        QStringList files = wordsOf(m_check.session->question(ss(question)).value);
        const QString hash = qs(sound.file.sha256.hex());
        if (!files.contains(hash)) m_editor.answer(question, (files << hash).join(u' '));
        m_unsettled.append(sound.id);
        soundAdded(sound);
        return settleSounds();
    }
    if (!sound.place.startsWith(QLatin1String("item:"))) return;
    const store::AttachedFile document{sound.file.sha256, sound.file.size, sound.file.type, ss(sound.place.mid(5)),
                                       ss(tr("录音 %1").arg(lengthText(sound.length)))};
    m_store.ask(
        this, [draft = sound.draft, document](LocalStore& store) { return nameDocument(store, draft, document); },
        [this, sound, document, sealing = m_saving.sealing()](Result<void> named) {
            // Its pieces stay: it comes back when the draft is opened the next time.
            if (!named) return m_notice.tell(named.error());
            emit soundNamed(sound.id);
            if (sound.draft != m_check.draft || !m_check.isOpen()) return;
            auto& documents = m_check.opened->draft.documents;
            const bool known = std::ranges::any_of(
                documents, [&](const auto& one) { return one.sha256 == document.sha256 && one.item == document.item; });
            if (!known) documents.push_back(document);
            m_view.showItem();
            soundAdded(sound);
        });
}

void CheckEvidence::soundAdded(const SoundKept& sound) {
    if (!sound.recovered) return;
    m_notice.tell([length = sound.length, lost = sound.lost] {
        const QString said = tr("上次没录完的录音取回来了：%1。").arg(lengthText(length));
        return lost > 0 ? said + tr("其中有 %n 秒读不出来。", "", lost) : said;
    });
}

void CheckEvidence::settleSounds() {
    if (m_unsettled.isEmpty() || m_saving.state() != QLatin1String("saved")) return;
    for (const auto& id : std::exchange(m_unsettled, {})) emit soundNamed(id);
}

// The same picture may show two items; a person should know that it does.
void CheckEvidence::tellOfTwin(const store::Photo& photo) {
    for (const auto& other : m_check.opened->draft.photos) {
        if (other.sha256 != photo.sha256 || other.item == photo.item) continue;
        const auto* item = m_check.list().item(other.item);
        return m_notice.tell(
            [no = item ? qs(item->no) : qs(other.item)] { return tr("已加入。第 %1 项也用了这同一张照片。").arg(no); });
    }
}

void CheckEvidence::removePhoto(const QString& hash) {
    if (!m_check.isOpen()) return;
    const std::string item = ss(m_check.item);
    const auto before = m_check.photosOf(item);
    const auto gone = std::erase_if(m_check.opened->draft.photos, [&](const auto& photo) {
        return qs(photo.sha256.hex()) == hash && photo.item == item;
    });
    if (gone > 0) photosChanged(item, before);
}

void CheckEvidence::photosChanged(const std::string& item, const std::string& before) {
    followPhotos(item);
    const auto count = std::ranges::count(m_check.opened->draft.photos, item, &store::Photo::item);
    m_editor.changed(
        m_check.session->setEvidenceCount(item, static_cast<int>(count), {before, m_check.photosOf(item)}));
}

void CheckEvidence::addFile(const QString& question, const QString& path) {
    if (!m_check.isOpen()) return;
    const auto key = checklist::parseKey(m_check.list(), ss(question));
    if (!key) return;
    const auto type = m_check.list().questions[key->question].type;
    if (type == checklist::QuestionType::barcode) return scan(question, path);
    const bool picture = type == checklist::QuestionType::image;
    m_notice.say({});
    m_store.askPrepared(
        this,
        [place = placeOf(path), picture] { return readPicked(place, picture ? Wanted::picture : Wanted::anything); },
        [](LocalStore& store, const PickedFile& file) { return addAnswerFile(store, file); },
        [this, question, draft = m_check.draft, sealing = m_saving.sealing()](Result<store::FileRow> file) {
            if (draft != m_check.draft || !m_check.isOpen()) return;
            if (!file) return m_notice.tell(file.error());
            QStringList files = wordsOf(m_check.session->question(ss(question)).value);
            const QString hash = qs(file->sha256.hex());
            if (files.contains(hash)) return m_notice.tell([] { return tr("这个文件已经在这里了。"); });
            m_editor.answer(question, (files << hash).join(u' '));
        });
}

void CheckEvidence::scan(const QString& question, const QString& path) {
    if (!m_check.isOpen()) return;
    m_notice.setBusy(true);
    m_notice.say({});
    m_store.askPrepared(
        this, [place = placeOf(path)] { return codesOf(place); },
        [](LocalStore&, QStringList codes) { return Result<QStringList>(std::move(codes)); },
        [this, question, draft = m_check.draft](Result<QStringList> codes) {
            m_notice.setBusy(false);
            if (draft != m_check.draft || !m_check.isOpen()) return;
            if (!codes) return m_notice.tell(codes.error());
            if (codes->isEmpty())
                return m_notice.tell([] { return tr("图中没有能读出的条码或二维码。请靠近些、对准再拍一张。"); });
            if (codes->size() == 1) return m_editor.answer(question, codes->front());
            emit codesFound(question, *codes);
        });
}

void CheckEvidence::removeFile(const QString& question, const QString& hash) {
    if (!m_check.isOpen()) return;
    QStringList files = wordsOf(m_check.session->question(ss(question)).value);
    if (files.removeOne(hash)) m_editor.answer(question, files.join(u' '));
}

void CheckEvidence::setFinding(const QString& text, const QString& severity, const QString& where, const QString& due) {
    if (!m_check.isOpen() || m_check.item.isEmpty()) return;
    put({ss(m_check.item), ss(severity), ss(text.trimmed()), ss(where.trimmed()), ss(due)});
}

void CheckEvidence::setCorrected(const QString& text, const QString& where, const QString& done,
                                 const QStringList& before) {
    if (!m_check.isOpen() || m_check.item.isEmpty()) return;
    store::SignedFinding finding{ss(m_check.item), std::string(checklist::severityName(checklist::Severity::minor)),
                                 ss(text.trimmed()), ss(where.trimmed()), ""};
    finding.corrected.emplace();
    finding.corrected->done = ss(done.trimmed());
    for (const auto& photo : m_check.opened->draft.photos) {
        if (photo.item != finding.item) continue;
        auto& side = before.contains(qs(photo.sha256.hex())) ? finding.corrected->before : finding.corrected->after;
        side.push_back(photo.sha256);
    }
    put(std::move(finding));
}

void CheckEvidence::put(store::SignedFinding finding) {
    for (const auto& words : {finding.text, finding.where, finding.corrected ? finding.corrected->done : ""}) {
        // The sheet says so before: it hands nothing over that cannot be kept.
        const auto problem = [text = qs(words)] {
            return textProblem(text, static_cast<qsizetype>(checklist::kMaxAnswerBytes));
        };
        if (!problem().isEmpty()) return m_notice.say(problem);
    }
    m_check.opened->draft.findings[finding.item] = std::move(finding);
    m_view.showTotals();
    m_view.showItem();
    m_saving.save();
}

void CheckEvidence::followPhotos(const std::string& item) {
    const auto found = m_check.opened->draft.findings.find(item);
    if (found == m_check.opened->draft.findings.end() || !found->second.corrected) return;
    auto& corrected = *found->second.corrected;
    std::vector<Sha256> here;
    for (const auto& photo : m_check.opened->draft.photos)
        if (photo.item == item) here.push_back(photo.sha256);
    std::erase_if(corrected.before, [&](const auto& photo) { return std::ranges::find(here, photo) == here.end(); });
    corrected.after.clear();
    std::ranges::copy_if(here, std::back_inserter(corrected.after), [&](const auto& photo) {
        return std::ranges::find(corrected.before, photo) == corrected.before.end();
    });
}

}  // namespace plumb::mobile
