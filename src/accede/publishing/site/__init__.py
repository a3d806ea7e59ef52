"""The public site as plain files, which any web server carries and a browser opens from a USB stick."""
