"""Printed maps made by code: paper, sheets of layers, legend and tables, drawn as QGIS layouts into PDF and pictures.

    family = map_font()                                                         # prepareAlgorithm: main thread only
    with book_places(pdf, folder) as places, private_project(crs) as project:    # the run, in any thread of Qt's
        book = MapBook(project, Paper(Size.A3), family, [make_overview, make_first_page, …])
        printed = print_book(book, places.pdf, places.folder, steps.draw)

A sheet knows layers with renderers, tables of texts and words; nothing of what they are about. All of it may run in the
thread that computes: the project is private and made, used and deleted there; the user's own is never touched.
"""
