"""What an article rests on: publications, how they are read, numbered and written out; and the figures it states.

Pure: a publication is a value here. It knows neither where it is stored nor the page that cites it.
"""
