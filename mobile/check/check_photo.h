// The photo of the open item that a person looks at. What is changed of it goes into the draft at once. UI thread.
#pragma once

#include "mobile/check/check_saving.h"
#include "mobile/check/check_view.h"
#include "mobile/photo/photo_in_hand.h"

namespace plumb::mobile {

class CheckPhoto : public PhotoInHand {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CheckModel.photo")

  public:
    // All that is passed outlives this.
    CheckPhoto(StoreThread& store, OpenCheck& check, CheckView& view, CheckSaving& saving, CheckNotice& notice,
               QObject* parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString position() const override;

  private:
    [[nodiscard]] const store::Photo* photo() const override;
    [[nodiscard]] About about() const override;
    // The draft's photo and the one that undo would bring back.
    void change(const std::function<void(store::Photo&)>& how) override;
    void setCopying(bool copying) override { m_notice.setBusy(copying); }

    OpenCheck& m_check;
    CheckView& m_view;
    CheckSaving& m_saving;
    CheckNotice& m_notice;
};

}  // namespace plumb::mobile
