// What is put beside the answers: photos, files that are answers by themselves, and the words of a finding. Files are
// sealed into the vault first; only then the draft names them. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <QStringList>

#include "mobile/camera/camera_model.h"
#include "mobile/camera/sound_note.h"
#include "mobile/check/check_editor.h"
#include "mobile/store/store_thread.h"

namespace plumb::mobile {

class CheckEvidence : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CheckModel.evidence")

  public:
    // All that is passed outlives this.
    CheckEvidence(StoreThread& store, OpenCheck& check, CheckView& view, CheckSaving& saving, CheckEditor& editor,
                  CheckNotice& notice, QObject* parent);

    // Of the open item; answered by photoAdded(), or by a notice.
    Q_INVOKABLE void addPhoto(const QString& path);
    // The same of a document; what is a photo is taken as one. There is no undo: a document that was taken out is added
    // again.
    Q_INVOKABLE void addDocument(const QString& path);
    // "" of a photo; "PDF", "Word" … and name and size of a document of the open item.
    Q_INVOKABLE QString kindOf(const QString& hash) const;
    Q_INVOKABLE QString nameOf(const QString& hash) const;
    Q_INVOKABLE void removePhoto(const QString& hash);
    // Whichever it is.
    Q_INVOKABLE void remove(const QString& hash);
    Q_INVOKABLE void addFile(const QString& question, const QString& path);
    // What stands in the barcodes of a picture answers the question: as if it had been typed; where there are several,
    // codesFound() asks which.
    Q_INVOKABLE void scan(const QString& question, const QString& path);
    Q_INVOKABLE void removeFile(const QString& question, const QString& hash);
    // What the camera took for an item: sealed, and named by the draft when it answers with the hash. notFound
    // "no_draft" where that is not open any more.
    void takeShot(const TakenPhoto& shot, std::function<void(Result<QString>)> then);
    // What was recorded for an item or a question of the open draft; sounds for other places are left alone.
    void takeSound(const SoundKept& sound);
    // Of the open item.
    Q_INVOKABLE void setFinding(const QString& text, const QString& severity, const QString& where, const QString& due);
    // A minor one that was put right while the inspector was there: what was done, and which of the item's photos show
    // it as it was; the others show it as it is now.
    Q_INVOKABLE void setCorrected(const QString& text, const QString& where, const QString& done,
                                  const QStringList& before);

  signals:
    void photoAdded();
    // The draft on disk names this recording.
    void soundNamed(const QString& id);
    void codesFound(const QString& question, const QStringList& codes);

  private:
    void put(store::SignedFinding finding);
    // What shows a finding as put right follows the item's photos.
    void followPhotos(const std::string& item);
    [[nodiscard]] const store::AttachedFile* documentOf(const QString& hash) const;
    void take(const store::Photo& photo);
    void soundAdded(const SoundKept& sound);
    void settleSounds();
    void tellOfTwin(const store::Photo& photo);
    // The item's photos are different from `before`.
    void photosChanged(const std::string& item, const std::string& before);

    StoreThread& m_store;
    OpenCheck& m_check;
    CheckView& m_view;
    CheckSaving& m_saving;
    CheckEditor& m_editor;
    CheckNotice& m_notice;
    QStringList m_unsettled;  // recordings that are answers which are not on disk yet
};

}  // namespace plumb::mobile
