"""The local web page: the same workflows as the command line, for people who never see one.

`app` puts it together, `screens/` holds one module for each screen, `templates/` and `static/` what they show. Nothing
is fetched from elsewhere and nothing leaves this machine.
"""
