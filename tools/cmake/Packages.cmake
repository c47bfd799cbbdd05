# Debian packages (cpack -G DEB, by tools/package): plumbline-server, plumbline-tools and plumbline, the app. What each needs
# is asked of its own binaries (dpkg-shlibdeps); only what is loaded by name while it runs is named here.
if(NOT TARGET plumbserver)
  return() # a build of parts alone, as the fuzz targets are
endif()
install(TARGETS plumbserver RUNTIME DESTINATION bin COMPONENT server)
install(TARGETS plumb-small-picture RUNTIME DESTINATION lib/plumbline COMPONENT server)
install(DIRECTORY sync-server/console/dist/ DESTINATION share/plumbline/console COMPONENT server)
install(FILES sync-server/package/plumbserver.service DESTINATION /lib/systemd/system COMPONENT server)
install(FILES sync-server/package/plumbserver.default DESTINATION /etc/default RENAME plumbserver COMPONENT server)
install(FILES sync-server/OPERATE.md SECURITY.md DESTINATION share/doc/plumbline-server COMPONENT server)
install(FILES LICENSE DESTINATION share/doc/plumbline-server RENAME copyright COMPONENT server)
if(TARGET plumb)
  install(TARGETS plumb RUNTIME DESTINATION bin COMPONENT tools)
  install(FILES shared/record/VERIFY.md DESTINATION share/doc/plumbline-tools COMPONENT tools)
  install(FILES LICENSE DESTINATION share/doc/plumbline-tools RENAME copyright COMPONENT tools)
endif()
if(TARGET plumbline)
  install(TARGETS plumbline RUNTIME DESTINATION bin COMPONENT app)
  install(FILES mobile/package/plumbline.desktop DESTINATION share/applications COMPONENT app)
  install(FILES sync-server/console/public/icon.svg DESTINATION share/icons/hicolor/scalable/apps RENAME plumbline.svg COMPONENT app)
  install(FILES LICENSE DESTINATION share/doc/plumbline RENAME copyright COMPONENT app)
endif()
# All programs that are packed: what tools/arm64/build builds where nothing else is asked for.
add_custom_target(packaged)
foreach(program plumbserver plumb-small-picture plumb plumbline)
  if(TARGET ${program})
    add_dependencies(packaged ${program})
  endif()
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR Plumbline)
set(CPACK_PACKAGE_CONTACT "Plumbline <founders@plumbline.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Field inspection that works without a network")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_COMPONENTS_ALL server tools app)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)

set(CPACK_DEBIAN_SERVER_PACKAGE_NAME plumbline-server)
set(CPACK_COMPONENT_SERVER_DESCRIPTION "Plumbline's sync server and its web console
 Takes signed records from tablets into a log that nobody can rewrite unnoticed, and shows them to their office.")
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA
  ${CMAKE_CURRENT_SOURCE_DIR}/sync-server/package/postinst
  ${CMAKE_CURRENT_SOURCE_DIR}/sync-server/package/prerm
  ${CMAKE_CURRENT_SOURCE_DIR}/sync-server/package/postrm
  ${CMAKE_CURRENT_SOURCE_DIR}/sync-server/package/conffiles)
# Accounts are made by adduser; papers are set in these faces.
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "adduser, ca-certificates, fonts-wqy-microhei, fonts-wqy-zenhei, tzdata")

set(CPACK_DEBIAN_TOOLS_PACKAGE_NAME plumbline-tools)
set(CPACK_COMPONENT_TOOLS_DESCRIPTION "plumb, Plumbline's command line
 Enrols, inspects, signs, syncs, verifies records and walks logs, for offices, auditors and scripts.")
set(CPACK_DEBIAN_TOOLS_PACKAGE_DEPENDS "ca-certificates, fonts-wqy-microhei, fonts-wqy-zenhei, tzdata")

set(CPACK_DEBIAN_APP_PACKAGE_NAME plumbline)
set(CPACK_COMPONENT_APP_DESCRIPTION "Plumbline's app for inspectors and enterprises
 Checklists, photos, positions and signatures on a tablet, with no network for weeks.")
file(STRINGS tools/packages.txt plumb_qml REGEX "^qml6-module-")
list(REMOVE_ITEM plumb_qml qml6-module-qttest)
list(JOIN plumb_qml ", " plumb_qml)
set(CPACK_DEBIAN_APP_PACKAGE_DEPENDS "${plumb_qml}, fonts-wqy-microhei, tzdata")
include(CPack)
