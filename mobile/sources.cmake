# What the app is made of, in its folders.
set(MOBILE_ROOMS plumb_checklist plumb_domain plumb_store plumb_sync)

set(MOBILE_SOURCES
  app/app.cpp app/app.h app/files.cpp app/files.h app/first_frame.cpp app/first_frame.h app/options.cpp app/options.h app/self_test.cpp app/self_test.h
  app/settings.cpp app/settings.h app/warnings.cpp app/warnings.h
  backend/answer_list.cpp backend/answer_list.h backend/backend.cpp backend/backend.h backend/courier.cpp backend/courier.h backend/courier_worker.cpp backend/courier_worker.h backend/desk.h
  backend/desk_drafts.cpp backend/desk_export.cpp backend/desk_opening.cpp backend/desk_people.cpp backend/desk_records.cpp backend/desk_reference.cpp backend/record_detail.cpp backend/record_finder.cpp backend/record_finder.h backend/sealed_images.cpp
  backend/sealed_images.h backend/sentences.cpp backend/sentences.h backend/text.cpp backend/text.h backend/types.h
  models/check_copies.cpp models/check_edit.cpp models/check_facts.cpp models/check_facts.h models/check_fields.cpp models/check_fields.h models/check_item.cpp models/check_item.h models/check_model.cpp models/check_model.h
  models/check_refusals.cpp models/check_refusals.h
  models/check_rows.cpp models/check_save.cpp models/check_standing.cpp models/check_versions.cpp models/check_versions.h
  models/field_kind.cpp models/field_kind.h models/lists_models.cpp models/lists_models.h models/record_model.cpp models/record_model.h models/record_rows.cpp models/reference_models.cpp
  models/reference_models.h models/rows.h models/session_model.cpp models/session_model.h models/sign_model.cpp models/sign_model.h models/sync_model.cpp
  models/sync_model.h
  drive/driver.cpp drive/driver.h drive/script.cpp drive/script.h drive/stage.cpp drive/stage.h
  ui/icon.cpp ui/icon.h ui/progress_ring.cpp ui/progress_ring.h ui/row_model.h ui/signature_pad.cpp ui/signature_pad.h ui/text_rule.cpp ui/text_rule.h)
list(APPEND MOBILE_SOURCES gallery/samples.cpp gallery/samples.h)

set(MOBILE_QML
  qml/EmptyWindow.qml
  qml/GalleryWindow.qml
  qml/Main.qml
  qml/Theme.qml
  qml/check/ChangeList.qml
  qml/check/CheckBar.qml
  qml/check/CheckPage.qml
  qml/check/ChoiceQuestion.qml
  qml/check/CopyHead.qml
  qml/check/EvidencePanel.qml
  qml/check/FactsCard.qml
  qml/check/FilesField.qml
  qml/check/FindingCard.qml
  qml/check/FindingSheet.qml
  qml/check/FormField.qml
  qml/check/GroupHead.qml
  qml/check/Guidance.qml
  qml/check/GuidanceSheet.qml
  qml/check/ItemCard.qml
  qml/check/ItemHead.qml
  qml/check/ItemList.qml
  qml/check/ItemRowButton.qml
  qml/check/LastTime.qml
  qml/check/PhotoSheet.qml
  qml/check/PickSheet.qml
  qml/check/QuestionField.qml
  qml/check/QuestionGrid.qml
  qml/check/RemovedNote.qml
  qml/check/SaveBanner.qml
  qml/check/SectionRail.qml
  qml/check/UnsavedSheet.qml
  qml/check/VersionBanner.qml
  qml/check/VersionPage.qml
  qml/components/ActionButton.qml
  qml/components/AnswerButton.qml
  qml/components/AreaField.qml
  qml/components/Brand.qml
  qml/components/CalendarSheet.qml
  qml/components/Card.qml
  qml/components/CardColumn.qml
  qml/components/Chip.qml
  qml/components/ConfirmSheet.qml
  qml/components/DashedNote.qml
  qml/components/DateField.qml
  qml/components/EmptyState.qml
  qml/components/FactCard.qml
  qml/components/Field.qml
  qml/components/FileSheet.qml
  qml/components/FindingsCard.qml
  qml/components/Fingerprint.qml
  qml/components/IconButton.qml
  qml/components/KeyValue.qml
  qml/components/LanguageChoice.qml
  qml/components/ListCard.qml
  qml/components/LogCard.qml
  qml/components/MomentField.qml
  qml/components/NavBar.qml
  qml/components/NavButton.qml
  qml/components/Notice.qml
  qml/components/PageHead.qml
  qml/components/PhotoTile.qml
  qml/components/PickField.qml
  qml/components/PinPad.qml
  qml/components/ProgressLine.qml
  qml/components/RangeField.qml
  qml/components/RankField.qml
  qml/components/ReasonSheet.qml
  qml/components/ScoreCard.qml
  qml/components/SectionButton.qml
  qml/components/SectionLine.qml
  qml/components/Segmented.qml
  qml/components/Sheet.qml
  qml/components/SignatureArea.qml
  qml/components/StatusWord.qml
  qml/components/StepLine.qml
  qml/components/TickField.qml
  qml/components/TimeBracket.qml
  qml/components/TimeField.qml
  qml/components/Toast.qml
  qml/components/ToldField.qml
  qml/components/TopBar.qml
  qml/components/Txt.qml
  qml/components/Waiting.qml
  qml/components/WaitingCard.qml
  qml/gallery/GalleryAnswers.qml
  qml/gallery/GalleryButtons.qml
  qml/gallery/GalleryCards.qml
  qml/gallery/GalleryFields.qml
  qml/gallery/GalleryPads.qml
  qml/gallery/GalleryRecord.qml
  qml/pages/ChangePinSheet.qml
  qml/pages/HomeFrame.qml
  qml/pages/RecordsPage.qml
  qml/pages/SettingsPage.qml
  qml/pages/Shell.qml
  qml/pages/SitesPage.qml
  qml/pages/StartPage.qml
  qml/pages/SyncPage.qml
  qml/pages/TodayPage.qml
  qml/record/OutcomeCard.qml
  qml/record/ProofPanel.qml
  qml/record/RecordPage.qml
  qml/record/ReviewCard.qml
  qml/sign/MissingCard.qml
  qml/sign/PinSheet.qml
  qml/sign/PreflightPage.qml
  qml/sign/ReportPaper.qml
  qml/sign/SealedPanel.qml
  qml/sign/SignForm.qml
  qml/sign/SignPage.qml
  qml/start/FirstRunPage.qml
  qml/start/InvitationForm.qml
  qml/start/UnlockPage.qml
)
