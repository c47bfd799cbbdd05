// The photo of a report that a person looks at, while the report is written. What is changed of it goes into the draft
// at once. UI thread.
#pragma once

#include "mobile/photo/photo_in_hand.h"
#include "mobile/rectify/case_model.h"
#include "mobile/rectify/report_draft.h"

namespace plumb::mobile {

class ReportPhoto : public PhotoInHand {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ReportModel.photo")

  public:
    // What is open; all of it outlives this.
    struct Report {
        std::optional<ReportDraft>& draft;
        const CaseModel& rectification;
        std::function<void()> keep;
    };
    ReportPhoto(StoreThread& store, Report report, QObject* parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString position() const override;

  private:
    [[nodiscard]] const store::Photo* photo() const override;
    [[nodiscard]] About about() const override;
    void change(const std::function<void(store::Photo&)>& how) override;

    Report m_report;
};

}  // namespace plumb::mobile
